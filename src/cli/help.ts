/** What `--help` prints. */
export const HELP = `Runs backpressure scenarios without a page.

  npm run --silent simulate -- scenario.json [--with-items] [--items FILE]
  npm run --silent simulate -- -             reads standard input

The input is one scenario (JSON), or several, one a line, in UTF-8. For each the
result is printed as one line of JSON. Times are in seconds, rates in messages/s.

  --with-items   adds the times of every message to the result, in integer ns
  --items FILE   writes them to FILE as CSV, for one scenario:
                 message,offered,accepted,started,completed,outcome
                 FILE stays as it was until the new one is whole
  --help         prints this

A scenario that breaks a rule gives one line on standard error, nothing on
standard output, and exit status 1. "version": 1 and "strategy" are required;
the rest has defaults. A file is checked to its end before anything runs.
Standard input is run as it comes: a line that breaks a rule ends it, with the
results of the lines before it printed.
`;
