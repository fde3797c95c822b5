# Before provisioning, on Windows: the same as check.sh.
$ErrorActionPreference = 'Stop'
$faults = 0
function Fault([string] $text) { [Console]::Error.WriteLine("check: $text"); $script:faults++ }

$name = $env:AZURE_ENV_NAME
if (-not $name) { Fault "AZURE_ENV_NAME is not set: run azd env new NAME." }
elseif ($name -cnotmatch '^[a-z0-9-]+$') { Fault "AZURE_ENV_NAME '$name' may hold small letters, digits and hyphens only." }
elseif ($name.Length -lt 2) { Fault "AZURE_ENV_NAME '$name' is too short." }

$location = if ($env:AZURE_LOCATION) { $env:AZURE_LOCATION } else { 'norwayeast' }
if ($location -notin 'norwayeast', 'norwaywest') { Fault "AZURE_LOCATION is '$location': the data stay in Norway, so norwayeast or norwaywest." }

$profileName = if ($env:KPR_PROFILE) { $env:KPR_PROFILE } else { 'dev' }
if ($profileName -eq 'production') {
    if ($env:KPR_ALLOW_PRODUCTION -ne 'yes') { Fault "KPR_PROFILE is production: set KPR_ALLOW_PRODUCTION to yes when the change is approved." }
    if ($env:KPR_WEBHOOK_DOOR -and $env:KPR_WEBHOOK_DOOR -ne 'false') { Fault "KPR_WEBHOOK_DOOR is on: in production the queue is the only door." }
}
elseif ($profileName -notin 'dev', 'test') { Fault "KPR_PROFILE is '$profileName': it is dev, test or production." }

if ($env:KPR_DURABLE_BACKEND -and $env:KPR_DURABLE_BACKEND -notin 'storage', 'scheduler') { Fault "KPR_DURABLE_BACKEND is '$($env:KPR_DURABLE_BACKEND)': it is storage or scheduler." }

if (-not (Get-Command dotnet -ErrorAction SilentlyContinue)) { Fault "dotnet is not on the path: the .NET SDK 10 builds the packages." }
elseif (-not ((dotnet --list-sdks) -match '^10\.')) { Fault "the .NET SDK 10 is not installed." }

if ($env:AzureLibraries -and $env:AzureLibraries -ne 'nuget') { Fault "AzureLibraries is '$($env:AzureLibraries)' in the environment: what is deployed has the genuine libraries." }

if ($faults -gt 0) { [Console]::Error.WriteLine("check: $faults to put right; nothing was changed."); exit 1 }
Write-Output "check: ok ($profileName, $name)"
