#!/bin/sh
# The archive in the hands of the stock sqlite3 shell. Usage: stock_sqlite.sh CRASH_WRITER ONRECORD
# Each check says what it expects; the first that fails ends the test with status 1.
set -eu
writer=$1 onrecord=$2
folder=$(mktemp -d)
trap 'chmod -R u+w "$folder"; rm -rf "$folder"' EXIT
cd "$folder"

expect() {  # WHAT EXPECTED ACTUAL
  [ "$2" = "$3" ] && return
  printf 'not so: %s\n  expected: %s\n  found:    %s\n' "$1" "$2" "$3" >&2
  exit 1
}
sql() { sqlite3 -batch a.db "$@"; }
index_is_sound() {  # FILE
  sqlite3 -batch "$1" "INSERT INTO paragraph_index(paragraph_index, rank) VALUES('integrity-check', 1)"
}

"$writer" a.db 3 4 > said
expect "the writer commits three batches" ccci "$(cat said)"
expect "at rest the archive is one file" "a.db said" "$(ls | xargs)"
expect "the file is sound" ok "$(sql 'PRAGMA integrity_check')"
index_is_sound a.db

# Views for people
expect "articles" 12 "$(sql 'SELECT count(*) FROM articles WHERE quotations = 2 AND path IS NOT NULL')"
expect "quotations" "샘 알트만|한국의 7번째 칩😀이 필요하다" \
  "$(sql "SELECT speaker, words FROM quotations WHERE words LIKE '%7번째%' AND speaker = '샘 알트만'")"
expect "a quotation of two speakers has two rows" 36 "$(sql 'SELECT count(*) FROM quotations')"
expect "a ref names the place" 1 \
  "$(sql "SELECT count(DISTINCT q.ref = a.ref || ':' || q.start || '-' || q.end) FROM quotations q JOIN articles a ON a.id = q.article_id")"
expect "events" "meeting|2023-06-09|용산|샘 알트만, 윤석열" \
  "$(sql 'SELECT type, date, place, participants FROM events LIMIT 1')"
expect "mentions" "대표|person|샘 알트만|24" \
  "$(sql 'SELECT role, kind, name, (SELECT count(*) FROM mentions) FROM mentions ORDER BY id LIMIT 1')"
expect "people" "샘 알트만|Sam Altman, 알트만|대표|오픈AI|12|12" \
  "$(sql "SELECT name, also, roles, organizations, mentions, quotations FROM people WHERE name = '샘 알트만'")"
expect "outlets" "(unknown)|4
가나일보|4
다라신문|4" "$(sql 'SELECT outlet, articles FROM outlets ORDER BY outlet')"

# Plain words in MATCH: two syllables as they are, longer ones as a phrase of pairs
expect "a word of two syllables" 12 "$(sql "SELECT count(*) FROM paragraph_index WHERE paragraph_index MATCH '전력'")"
expect "a longer word" 12 "$(sql "SELECT count(*) FROM paragraph_index WHERE paragraph_index MATCH '\"관계 계자\"'")"
expect "a snippet of the terms" 1 \
  "$(sql "SELECT snippet(paragraph_index, 0, '[', ']', '…', 5) LIKE '%[전력]%' FROM paragraph_index WHERE paragraph_index MATCH '전력' LIMIT 1")"

# Originals, byte for byte
sql 'SELECT name FROM sqlar' > names
expect "twelve originals" 12 "$(wc -l < names | tr -d ' ')"
mkdir out
(cd out && sqlite3 ../a.db -Ax)
sqlite3 -separator ' ' a.db "SELECT original_sha256 || ' ', 'out/' || original FROM article" | sed 's/   */  /' | sha256sum -c --quiet -

# A text is never rewritten; ids are never reused
if sql "UPDATE article SET text = replace(text, '말', '멀')" 2> refusal; then expect "UPDATE of a text" refused accepted; fi
expect "the refusal says why" 1 "$(grep -c 'never rewritten' refusal)"
expect "an update that changes nothing passes" "" "$(sql 'UPDATE article SET text = text')"
sql "UPDATE article SET title = '바뀐 제목이다' WHERE id = 1"
index_is_sound a.db
expect "a new title is found" 1 "$(sql "SELECT count(*) FROM paragraph_index WHERE paragraph_index MATCH '바뀐'")"

# Dump and restore: identifiers of the header are lost, everything else is there
sqlite3 a.db .dump | sqlite3 b.db
expect "a dump loses the marks" "0|0" "$(sqlite3 b.db 'SELECT * FROM pragma_application_id, pragma_user_version')"
index_is_sound b.db
expect "the restored archive answers MATCH" 12 \
  "$(sqlite3 b.db "SELECT count(*) FROM paragraph_index WHERE paragraph_index MATCH '\"용산 산에 에서\" OR 용산'")"
expect "the program reads the restored archive" "$("$onrecord" --archive a.db stats --dump | sha256sum)" \
  "$("$onrecord" --archive b.db stats --dump | sha256sum)"
"$onrecord" --archive b.db verify > verified || { cat verified; exit 1; }
"$writer" b.db 4 4 > said
expect "the program goes on writing to it" 16 "$(sqlite3 b.db 'SELECT count(*) FROM article')"
newest=$(sqlite3 b.db 'SELECT max(number) FROM schema_history')
expect "and marks it again" "1869509219|$newest" "$(sqlite3 b.db 'SELECT * FROM pragma_application_id, pragma_user_version')"
"$onrecord" --archive b.db verify > verified || { cat verified; exit 1; }

# A plain DELETE takes along what hangs on the article
sql 'PRAGMA foreign_keys = OFF; DELETE FROM article WHERE id % 2 = 0'
index_is_sound a.db
"$onrecord" --archive a.db verify > verified || { cat verified; exit 1; }
expect "six are left, with their originals" "6|6|12" \
  "$(sql 'SELECT (SELECT count(*) FROM article), (SELECT count(*) FROM sqlar), (SELECT count(*) FROM quotation)')"
sql 'VACUUM'
index_is_sound a.db
sql 'DELETE FROM article'
expect "nothing is left but rules, runs and identities" 0 \
  "$(sql 'SELECT (SELECT count(*) FROM paragraph) + (SELECT count(*) FROM block) + (SELECT count(*) FROM chain) + (SELECT count(*) FROM speaker) + (SELECT count(*) FROM participant) + (SELECT count(*) FROM mention) + (SELECT count(*) FROM arrival)')"
"$writer" a.db 1 1 > said
expect "ids are never reused" 13 "$(sql 'SELECT id FROM article')"

# A letter flipped in the file itself is found
cp b.db c.db
sqlite3 c.db "DROP TRIGGER article_is_never_rewritten; UPDATE article SET text = replace(text, '칩', '칟') WHERE id = 5"
status=0; "$onrecord" --archive c.db verify --json > verified || status=$?
expect "a flipped letter is damage" 4 "$status"
expect "the article is named" 1 "$(grep -c "article $(sqlite3 c.db 'SELECT uid FROM article WHERE id = 5')" verified)"

# Read from a folder that may not be written, by one who may not write
if [ "$(id -u)" = 0 ] && command -v setpriv > /dev/null && setpriv --reuid=65534 --regid=65534 --clear-groups sqlite3 --version > /dev/null 2>&1; then
  mkdir locked && cp b.db locked/a.db && chmod 755 "$folder" && chmod 555 locked && chmod 444 locked/a.db
  nobody() { setpriv --reuid=65534 --regid=65534 --clear-groups "$@"; }
  if nobody touch locked/x 2> refusal; then expect "the folder" locked open; fi
  expect "the stock shell reads" 16 "$(nobody sqlite3 locked/a.db 'SELECT count(*) FROM articles')"
  if nobody "$onrecord" --version > /dev/null 2>&1; then  # the build may lie where nobody may look
    nobody "$onrecord" --archive locked/a.db stats > stats || { cat stats; exit 1; }
    nobody "$onrecord" --archive locked/a.db verify > verified || { cat verified; exit 1; }
    # a copy made while it was written: in WAL mode, without its WAL
    cp b.db wal.db && sqlite3 wal.db 'PRAGMA journal_mode = WAL' > mode && rm -f wal.db-*
    chmod 755 locked && cp wal.db locked/wal.db && chmod 555 locked
    nobody "$onrecord" --archive locked/wal.db stats > stats || { cat stats; exit 1; }
  fi
fi
echo "stock sqlite3: all checks passed"
