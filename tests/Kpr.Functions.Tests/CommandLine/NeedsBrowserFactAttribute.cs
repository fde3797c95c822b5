namespace Kpr.Functions.Tests.CommandLine;

/// <summary>A test that opens a page in Chromium; where there is none it is shown as skipped.</summary>
[AttributeUsage(AttributeTargets.Method)]
internal sealed class NeedsBrowserFactAttribute : FactAttribute
{
    public NeedsBrowserFactAttribute() => Skip = Browser.Path is null ? "Chromium is not on this machine's path." : null;
}
