#!/usr/bin/env bash
# The demonstration behind `make demo`: the notices of corpora/line-case, or the one in $SOURCE.
# `noticecheck check` answers 1 where a place is left unnamed: here that is a result, not a failure.
# Python answers 1 for a crash too, but then there is no result.
set -euo pipefail

check() {
  local status=0 result
  result=$(noticecheck check "$@") || status=$?
  printf '%s\n' "$result"
  [ "$status" -le 1 ] || exit "$status"
  [ -n "$result" ] || exit 70
}

heading() {
  printf '\n%s\n%s\n' "$1" "${1//?/=}"
  shift
  [ $# -eq 0 ] || printf '%s\n' "$@"
  printf '\n'
}

if [ -n "${SOURCE:-}" ]; then
  check "$SOURCE"
  exit 0
fi

cd "$(dirname "$0")/.."
case=corpora/line-case

heading "1. Japan, January 2021: data may go overseas. Where to?" \
  "A messenger's notice in Japanese, as its readers found it before 2021-03-31." \
  "Nothing in it lets them know the country. The law then in force did not ask for it."
check "$case/ja-before-2021-03-31.md" --reader JP --law jp-appi-2017 --on 2021-03-30

heading "2. Japan, 2021-03-31: the same notice names them" \
  "The countries stand in a table, task by task, and the list is closed."
check "$case/ja-after-2021-03-31.md" --reader JP --law jp-appi-2017 --on 2021-03-31

heading "3. The old notice under the law in force from 2022-04-01" \
  "From that day the name of the country is among the things to be told: what section 1 showed would not do."
check "$case/ja-before-2021-03-31.md" --reader JP --law jp-appi-2022 --on 2022-04-01

heading "4. The new notice under the same law" \
  "The countries are named; what else the law lists is judged one by one."
check "$case/ja-after-2021-03-31.md" --reader JP --law jp-appi-2022 --on 2022-04-01

heading "5. Abroad, 2022-03-16: the international notice in English, a year later" \
  "Read as a person in Japan would: Japan is home, and no other country is named." \
  "The notice itself says that another version applies to such a reader: see the warning."
check "$case/en-before-2022-03-17.md" --reader JP --law jp-appi-2017 --on 2022-03-16

heading "6. Abroad, 2022-03-17: named, but for some that stand only behind a link" \
  "Judged by the law that takes effect two weeks later."
check "$case/en-after-2022-03-17.md" --reader JP --law jp-appi-2022 --on 2022-04-01

printf '\nThe notices were written for this project after the facts of a real case: %s/README.md\n' "$case"
printf 'A notice of your own: make demo SOURCE=path/to/notice.md\n'
