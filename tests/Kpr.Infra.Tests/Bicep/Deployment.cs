namespace Kpr.Infra.Tests.Bicep;

/// <summary>
/// What a template deploys with given parameters: every resource of every module, loops unrolled, conditions
/// decided, references followed. It is worked out here, without Azure and without the Bicep compiler.
/// </summary>
internal sealed class Deployment
{
    private readonly SourceFiles _files;
    private readonly List<DeployedResource> _resources = [];

    private Deployment(SourceFiles files) => _files = files;

    public IReadOnlyList<DeployedResource> Resources => _resources;

    public IReadOnlyDictionary<string, object?> Outputs { get; private set; } = new Dictionary<string, object?>();

    public static Deployment Of(SourceFiles files, string path, IReadOnlyDictionary<string, object?> parameters)
    {
        var deployment = new Deployment(files);
        var main = deployment.Start(path, parameters, path);
        main.DeployAll();
        deployment.Outputs = main.AllOutputs();
        return deployment;
    }

    public IEnumerable<DeployedResource> Made(string type) => _resources.Where(resource => !resource.Existing && resource.Type == type);

    public ModuleInstance Start(string path, IReadOnlyDictionary<string, object?> parameters, string place)
    {
        var file = _files.Bicep(path);
        return new ModuleInstance(this, _files, file, ParameterValues.Check(file, parameters, place), place);
    }

    public void Add(DeployedResource resource) => _resources.Add(resource);
}
