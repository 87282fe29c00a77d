"""postil: annotated readings of a text, built from plain Markdown.

The data flows one way: `load` reads docs/ into an immutable model, `checks` return findings about it, `links` gives
every id its address, `generate` writes plain Markdown pages, `render` lets MkDocs turn them into HTML, and `export`
packs the result. Only `load` knows the syntax of notes and only `render` imports MkDocs.
"""
