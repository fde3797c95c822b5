namespace Kpr.Infra.Tests.Bicep;

/// <summary>The deployments that the parameter files describe.</summary>
internal static class Profile
{
    public const string Main = "infra/main.bicep";

    public static readonly string[] Names = ["dev", "test", "production"];

    public static TheoryData<string> Each => [.. Names];

    /// <summary>The parameters of a profile, as its parameter file has them.</summary>
    public static Dictionary<string, object?> Parameters(string profile, SourceFiles files)
    {
        var path = $"infra/parameters/{profile}.bicepparam";
        var file = BicepParser.Parse(files.Text(path), path);
        var instance = new ModuleInstance(null!, files, file, new Dictionary<string, object?>(), path);
        return file.Parameters.ToDictionary(parameter => parameter.Name, parameter => instance.Evaluator.Value(parameter.Default!), StringComparer.Ordinal);
    }

    /// <summary>What a profile deploys, with parameters changed.</summary>
    public static Deployment Deploy(string profile, SourceFiles? files = null, params (string Name, object? Value)[] changes)
    {
        files ??= SourceFiles.Repository;
        var parameters = Parameters(profile, files);
        foreach (var (name, value) in changes)
        {
            parameters[name] = value;
        }

        return Deployment.Of(files, Main, parameters);
    }
}
