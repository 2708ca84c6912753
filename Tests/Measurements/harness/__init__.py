"""What the measuring and breaking programs share: a company, its server, and browsers without a window."""
