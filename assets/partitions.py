"""The partitions: a batch is an immutable set of documents, named by the day it was registered and a number."""

import dagster as dg

NAME = "batches"
BATCHES = dg.DynamicPartitionsDefinition(name=NAME)
