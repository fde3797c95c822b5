#!/bin/sh
# Hands a sender a link to upload one file: a user-delegation SAS for one blob under its own number, to create and write, for
# an hour at most, over https. Run it signed in (az login) as the identity of that sender: Azure narrows the link to what that
# identity may do, which is its own number (infra/app/senders.bicep); this script narrows it to the one blob.
# No account key is asked for; there is none. docs/adr/0012-upload-rights.md
set -u
usage="usage: upload-link.sh LANDING-ACCOUNT FEED SENDER NAME [MINUTES]"
[ $# -ge 4 ] && [ $# -le 5 ] || { echo "$usage" >&2; exit 2; }
account="$1" feed="$2" sender="$3" name="$4" minutes="${5:-60}"
here=$(cd "$(dirname "$0")" && pwd)
refuse() { echo "upload-link: $1" >&2; exit 2; }

case "$account" in *[!a-z0-9]*|'') refuse "'$account' is not the name of a storage account." ;; esac
grep -q "\"feeds\": \[[^]]*\"$feed\"" "$here/../names.json" && [ -n "$feed" ] || refuse "the feed '$feed' is not known (infra/names.json)."
case "$feed" in *[!a-z-]*) refuse "the feed '$feed' is not known (infra/names.json)." ;; esac
case "$sender" in
  *[!0-9]*|'') refuse "'$sender' is not a municipality or organisation number." ;;
  ????|?????????) ;;
  *) refuse "'$sender' is not a municipality or organisation number." ;;
esac
case "$name" in ''|/*|*/|*//*|*\\*|.|..|./*|../*|*/.|*/..|*/./*|*/../*) refuse "'$name' is not a plain name: it would lead out of the sender's place." ;; esac
case "$minutes" in *[!0-9]*|'') refuse "'$minutes' is not a number of minutes." ;; esac
[ "$minutes" -ge 1 ] && [ "$minutes" -le 60 ] || refuse "a link lasts from 1 to 60 minutes."

now=$(date -u +%s)
expiry=$(date -u -d "@$((now + minutes * 60))" +%Y-%m-%dT%H:%MZ 2>/dev/null || date -u -r "$((now + minutes * 60))" +%Y-%m-%dT%H:%MZ)
az storage blob generate-sas --account-name "$account" --container-name incoming --name "$feed/$sender/$name" \
  --permissions cw --expiry "$expiry" --https-only --as-user --auth-mode login --full-uri --output tsv
