"""The live feed over HTTP: one reader a process, and as many streams as are open."""
