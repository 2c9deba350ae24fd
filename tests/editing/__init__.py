"""The project as an editor meets it: files that are wrong, the command line, and what a build promises."""
