"""Words of a text and the closed classes among them: the ground that all rules of this stage stand on."""
