#!/bin/sh
# Makes what Bicep makes in Azure, in Azurite: containers and tables as names.json has them. Needs the Azure CLI.
set -eu
here=$(cd "$(dirname "$0")" && pwd)
connection="${1:-UseDevelopmentStorage=true}"

node -e '
  const { accounts } = JSON.parse(require("fs").readFileSync(process.argv[1], "utf8"));
  for (const { containers, tables } of Object.values(accounts)) {
    containers.forEach(name => console.log(`container ${name}`));
    tables.forEach(name => console.log(`table ${name}`));
  }' "$here/../names.json" | while read -r kind name; do
  az storage "$kind" create --name "$name" --connection-string "$connection" --output none
  echo "$kind $name"
done
