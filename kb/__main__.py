from kb.cli import main

if __name__ == "__main__":  # a process that reads texts imports this module, too
    main()
