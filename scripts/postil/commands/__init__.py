"""One module a command: its docstring is the help, `arguments` adds options, `run` returns the exit status."""
