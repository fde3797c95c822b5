namespace Kpr.Functions.Tests.Operations;

/// <summary>A test that runs a script of the shell; shown as skipped where there is no sh or no curl.</summary>
[AttributeUsage(AttributeTargets.Method)]
internal sealed class ShellFactAttribute : FactAttribute
{
    public ShellFactAttribute()
    {
        var folders = (Environment.GetEnvironmentVariable("PATH") ?? "").Split(Path.PathSeparator);
        Skip = Array.Find(["sh", "curl"], program => !folders.Any(folder => File.Exists(Path.Combine(folder, program)))) is { } missing ? $"{missing} is not on this machine's path." : null;
    }
}
