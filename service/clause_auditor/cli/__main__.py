"""`python -m clause_auditor.cli`."""

from clause_auditor.cli.main import main

if __name__ == "__main__":
    main()
