#!/bin/sh
# Before provisioning: stops at what would fail, or do harm, half an hour later. Changes nothing.
# Reads what azd hands over: AZURE_ENV_NAME, AZURE_LOCATION, KPR_PROFILE, KPR_WEBHOOK_DOOR, KPR_ALLOW_PRODUCTION.
set -u
faults=0
fault() { echo "check: $1" >&2; faults=$((faults + 1)); }

case "${AZURE_ENV_NAME:-}" in
  '') fault "AZURE_ENV_NAME is not set: run azd env new NAME." ;;
  *[!a-z0-9-]*) fault "AZURE_ENV_NAME '$AZURE_ENV_NAME' may hold small letters, digits and hyphens only." ;;
  ?) fault "AZURE_ENV_NAME '$AZURE_ENV_NAME' is too short." ;;
esac

case "${AZURE_LOCATION:-norwayeast}" in
  norwayeast|norwaywest) ;;
  *) fault "AZURE_LOCATION is '$AZURE_LOCATION': the data stay in Norway, so norwayeast or norwaywest." ;;
esac

profile="${KPR_PROFILE:-dev}"
case "$profile" in
  dev|test) ;;
  production)
    [ "${KPR_ALLOW_PRODUCTION:-}" = "yes" ] || fault "KPR_PROFILE is production: set KPR_ALLOW_PRODUCTION to yes when the change is approved."
    [ "${KPR_WEBHOOK_DOOR:-false}" = "false" ] || fault "KPR_WEBHOOK_DOOR is on: in production the queue is the only door." ;;
  *) fault "KPR_PROFILE is '$profile': it is dev, test or production." ;;
esac

case "${KPR_DURABLE_BACKEND:-storage}" in
  storage|scheduler) ;;
  *) fault "KPR_DURABLE_BACKEND is '$KPR_DURABLE_BACKEND': it is storage or scheduler." ;;
esac

if ! command -v dotnet >/dev/null 2>&1; then
  fault "dotnet is not on the path: the .NET SDK 10 builds the packages."
elif ! dotnet --list-sdks 2>/dev/null | grep -q '^10\.'; then
  fault "the .NET SDK 10 is not installed."
fi

if [ "${AzureLibraries:-nuget}" != "nuget" ]; then
  fault "AzureLibraries is '$AzureLibraries' in the environment: what is deployed has the genuine libraries."
fi

[ "$faults" -eq 0 ] || { echo "check: $faults to put right; nothing was changed." >&2; exit 1; }
echo "check: ok ($profile, ${AZURE_ENV_NAME})"
