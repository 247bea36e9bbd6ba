#!/bin/sh
# crontab: 30 4 * * 1  /srv/contracts/nightly.sh
set -u
cd /srv/contracts || exit 2
PATH="$PWD/.venv/bin:$PATH"
mkdir -p reports

clause-auditor audit drafts/ signed/ --baseline baseline.yaml \
  --out reports/report.xlsx --out reports/report.json > reports/summary.txt 2> reports/errors.txt
status=$?

case $status in
  0) ;;
  1) mail -s "Contracts: new violations" legal@example.com < reports/summary.txt ;;
  *) cat reports/errors.txt reports/summary.txt | mail -s "Contracts: some could not be read" legal@example.com ;;
esac
exit $status
