"""How fast and how well the product works: one command a question, each printing one table. Nothing here is used by the product."""
