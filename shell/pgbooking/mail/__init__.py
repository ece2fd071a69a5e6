"""E-mail: facts and a template become a message, and the message reaches a server or a folder.

What is sent to whom, and whether still, the database has said; here it is only put into words and
on its way. `words` has the reader's language and zone, `template` the substitution, `invitation`
the calendar entry, `message` the letter around them, `settings` where it goes, `smtp` how.
"""
