using Kpr.Functions.Tests.House;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace Kpr.Functions.Tests.Telemetry;

/// <summary>
/// The one file that only the genuine packages compile, compiled here against declarations of what it uses of them, as their
/// reference pages have it. Whether it runs is not shown by this.
/// </summary>
public sealed class AzureMonitorTests
{
    private const string Declarations = """
        namespace Azure.Monitor.OpenTelemetry.Exporter
        {
            public class AzureMonitorExporterOptions : global::Azure.Core.ClientOptions
            {
                public string ConnectionString { get; set; } = "";
                public global::Azure.Core.TokenCredential? Credential { get; set; }
            }
            public static class OpenTelemetryBuilderExtensions
            {
                public static global::OpenTelemetry.IOpenTelemetryBuilder UseAzureMonitorExporter(this global::OpenTelemetry.IOpenTelemetryBuilder builder, System.Action<AzureMonitorExporterOptions> configureAzureMonitor) => builder;
            }
        }
        namespace Microsoft.Azure.Functions.Worker.OpenTelemetry
        {
            public static class ConfigureFunctionsOpenTelemetry
            {
                public static global::OpenTelemetry.IOpenTelemetryBuilder UseFunctionsWorkerDefaults(this global::OpenTelemetry.IOpenTelemetryBuilder builder) => builder;
            }
        }
        namespace OpenTelemetry
        {
            public sealed class OpenTelemetryBuilder : IOpenTelemetryBuilder
            {
                public Microsoft.Extensions.DependencyInjection.IServiceCollection Services => throw new System.NotSupportedException();
            }
        }
        namespace Microsoft.Extensions.DependencyInjection
        {
            public static class OpenTelemetryServicesExtensions
            {
                public static global::OpenTelemetry.OpenTelemetryBuilder AddOpenTelemetry(this IServiceCollection services) => new();
            }
        }
        """;

    [Fact]
    public void The_file_for_the_genuine_packages_compiles_against_what_it_uses_of_them()
    {
        var options = new CSharpParseOptions(LanguageVersion.Latest, preprocessorSymbols: ["AZURE_LIBRARIES_NUGET"]);
        var references = ((string)AppContext.GetData("TRUSTED_PLATFORM_ASSEMBLIES")!).Split(Path.PathSeparator).Select(path => (MetadataReference)MetadataReference.CreateFromFile(path));
        var compilation = CSharpCompilation.Create(
            "monitor",
            [
                CSharpSyntaxTree.ParseText(RepositoryFolder.Read("functions/Kpr.Functions/Telemetry/AzureMonitor.cs"), options),
                CSharpSyntaxTree.ParseText(RepositoryFolder.Read("functions/Kpr.Functions/Telemetry/TelemetrySettings.cs"), options),
                CSharpSyntaxTree.ParseText(RepositoryFolder.Read("functions/Kpr.Functions/Telemetry/Tracing.cs"), options),
                CSharpSyntaxTree.ParseText("global using System; global using System.Collections.Generic; global using System.Linq;", options),
                CSharpSyntaxTree.ParseText(Declarations, options),
            ],
            references, new CSharpCompilationOptions(OutputKind.DynamicallyLinkedLibrary, nullableContextOptions: NullableContextOptions.Enable));

        Assert.DoesNotContain(compilation.GetDiagnostics(), found => found.Severity == DiagnosticSeverity.Error);
    }

    [Fact]
    public void The_program_calls_it_with_the_genuine_packages_only()
    {
        var program = RepositoryFolder.Read("functions/Kpr.Functions/Program.cs");
        Assert.Contains("#if AZURE_LIBRARIES_NUGET\nKpr.Functions.Telemetry.AzureMonitor.AddTo(", program.ReplaceLineEndings("\n"), StringComparison.Ordinal);
    }
}
