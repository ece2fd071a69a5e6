"""The worker: carries out the effects that the database has queued, and reports what came of them.

The database decides what is due, how often it is tried and what a failure means. `loop` takes
effects, `outbox` is the way to the database, and each module of `handlers` carries out one kind.
"""
