using System.Diagnostics;

namespace Kpr.LocalAzure.Tests.Processes;

/// <summary>The test assembly as a program: its entry is in <c>Processes/Program.cs</c>.</summary>
internal static class OwnAssembly
{
    public static ProcessStartInfo Run(params ReadOnlySpan<string> arguments) => new("dotnet", ["exec", typeof(OwnAssembly).Assembly.Location, .. arguments]);
}
