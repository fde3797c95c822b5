# After deployment, on Windows: the same as smoke.sh.
$ErrorActionPreference = 'Stop'
$tries = if ($env:KPR_SMOKE_TRIES) { [int] $env:KPR_SMOKE_TRIES } else { 30 }
$pause = if ($env:KPR_SMOKE_PAUSE) { [int] $env:KPR_SMOKE_PAUSE } else { 10 }

function Get-Answer([string] $address) {
    try {
        $answer = Invoke-WebRequest -Uri $address -TimeoutSec 60 -SkipHttpErrorCheck -UseBasicParsing
        return @{ Code = [int] $answer.StatusCode; Body = [string] $answer.Content }
    }
    catch { return @{ Code = 0; Body = '' } }
}

function Test-Healthy([string] $app, [string] $address) {
    if (-not $address) { [Console]::Error.WriteLine("smoke: the address of $app is not known; was azd provision run?"); return $false }
    for ($try = 1; ; $try++) {
        $answer = Get-Answer "$address/api/health"
        if ($answer.Code -eq 200 -and $answer.Body -match '"ready":true' -and $answer.Body -match "`"app`":`"$app`"") { Write-Host "smoke: $app is ready"; return $true }
        if ($try -ge $tries) { break }
        Start-Sleep -Seconds $pause
    }
    $said = switch ($answer.Code) {
        503 { "$app lacks something: $($answer.Body)" }
        200 { "$address answers, and not as ${app}: $($answer.Body)" }
        404 { "$app answers 404: the package is not deployed, or its functions were not found." }
        0 { "$app does not answer at $address. With a private network, run this from within it." }
        default { "$app answers $($answer.Code)." }
    }
    [Console]::Error.WriteLine("smoke: $said")
    return $false
}

function Test-Guarded([string] $app, [string] $address) {
    $code = (Get-Answer "$address/api/files/care-events/0000").Code
    if ($code -in 401, 403) { return $true }
    [Console]::Error.WriteLine("smoke: $app answers $code to a call without a key; expected 401.")
    return $false
}

$intake = (Test-Healthy 'intake' $env:SERVICE_INTAKE_URI) -and (Test-Guarded 'intake' $env:SERVICE_INTAKE_URI)
$applications = Test-Healthy 'applications' $env:SERVICE_APPLICATIONS_URI
$preparation = Test-Healthy 'preparation' $env:SERVICE_PREPARATION_URI
$persons = Test-Healthy 'persons' $env:SERVICE_PERSONS_URI
if (-not ($intake -and $applications -and $preparation -and $persons)) { [Console]::Error.WriteLine('smoke: not ok'); exit 1 }
Write-Output 'smoke: ok'
