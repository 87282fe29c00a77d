"""Few and small files for the built site: what a page asks for is joined, and the theme's unused rules are left out.

Authors and browsers of the source still have one idea a file; which files there are, and their order, stands in
mkdocs.yml and overrides/ alone. The rendered pages are read for it, so nothing here names a file.
"""
