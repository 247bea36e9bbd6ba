"""A letter to the other side of a contract: what is asked, why, with which wording, worst first."""
