namespace Kpr.Infra.Tests.Bicep;

/// <summary>A file being deployed with its parameters. Symbols are worked out when they are first asked for.</summary>
internal sealed class ModuleInstance
{
    private readonly Deployment _deployment;
    private readonly SourceFiles _files;
    private readonly BicepFile _file;
    private readonly IReadOnlyDictionary<string, object?> _parameters;
    private readonly string _place;
    private readonly Dictionary<string, object?> _symbols = new(StringComparer.Ordinal);
    private readonly HashSet<string> _underWay = new(StringComparer.Ordinal);

    public ModuleInstance(Deployment deployment, SourceFiles files, BicepFile file, IReadOnlyDictionary<string, object?> parameters, string place)
    {
        (_deployment, _files, _file, _parameters, _place) = (deployment, files, file, parameters, place);
        Evaluator = new Evaluator(this);
    }

    public Evaluator Evaluator { get; }

    public void DeployAll()
    {
        foreach (var declaration in _file.Declarations.Where(declaration => declaration is ResourceDeclaration or ModuleDeclaration))
        {
            Symbol(declaration.Name, declaration.Line);
        }
    }

    public IReadOnlyDictionary<string, object?> AllOutputs() =>
        _file.Outputs.ToDictionary(output => output.Name, output => Evaluator.Value(output.Value), StringComparer.Ordinal);

    public object? Output(string name, int line) => _file.Outputs.FirstOrDefault(output => output.Name == name) is { } output
        ? Evaluator.Value(output.Value)
        : throw new BicepSyntaxException($"{_place}({line}): {_file.Path} has no output {name}.");

    public object? Load(string function, string path) =>
        function == "loadJsonContent" ? _files.Json(SourceFiles.Resolve(_file.Path, path)) : _files.Text(SourceFiles.Resolve(_file.Path, path));

    public BicepSyntaxException Fault(int line, string what) => new($"{_file.Path}({line}): {what}.");

    public object? Symbol(string name, int line)
    {
        if (_symbols.TryGetValue(name, out var known))
        {
            return known;
        }

        var declaration = _file.Declarations.FirstOrDefault(declaration => declaration.Name == name && declaration is not OutputDeclaration)
            ?? throw Fault(line, $"{name} is not declared");
        if (!_underWay.Add(name))
        {
            throw Fault(line, $"{name} needs itself");
        }

        var value = declaration switch
        {
            ParameterDeclaration parameter => Parameter(parameter),
            VariableDeclaration variable => Evaluator.Value(variable.Value),
            ResourceDeclaration resource => Each(resource.Value, body => Resource(resource, body)),
            ModuleDeclaration module => Each(module.Value, body => Module(module, body)),
            _ => throw Fault(line, $"{name} has no value"),
        };
        return _symbols[name] = value;
    }

    private object? Parameter(ParameterDeclaration parameter)
    {
        if (_parameters.TryGetValue(parameter.Name, out var given))
        {
            return given;
        }

        var value = Evaluator.Value(parameter.Default!);
        ParameterValues.Check(_file, parameter, value);
        return value;
    }

    private object? Each(Expression value, Func<Dictionary<string, object?>, object> make) => value switch
    {
        LoopOf loop => Evaluator.Loop(loop, body => make((Dictionary<string, object?>)body!)),
        ConditionalOf some => Evaluator.Value(some.Condition) is true ? make(Evaluator.Properties(some.Body)) : null,
        _ => make(Evaluator.Properties(value)),
    };

    private DeployedResource Resource(ResourceDeclaration declaration, Dictionary<string, object?> body)
    {
        var parent = body.GetValueOrDefault("parent") as DeployedResource;
        var name = BicepFunctions.Text(body.GetValueOrDefault("name") ?? throw Fault(declaration.Line, $"{declaration.Name} has no name"));
        var full = parent is null ? name : $"{parent.Name}/{name}";
        if (full.Split('/').Length != declaration.Type.Count(c => c == '/') || (parent is not null && !declaration.Type.StartsWith(parent.Type + "/", StringComparison.Ordinal)))
        {
            throw Fault(declaration.Line, $"the name {full} has not the parts of {declaration.Type}");
        }

        var resource = new DeployedResource(declaration.Type, declaration.ApiVersion, full, declaration.Existing, $"{_file.Path}({declaration.Line})")
        {
            Body = body.Where(property => property.Key is not ("parent" or "scope" or "dependsOn" or "name")).ToDictionary(StringComparer.Ordinal),
            Scope = body.GetValueOrDefault("scope") as DeployedResource,
        };
        _deployment.Add(resource);
        return resource;
    }

    private ModuleInstance Module(ModuleDeclaration declaration, Dictionary<string, object?> body)
    {
        var parameters = body.GetValueOrDefault("params") as Dictionary<string, object?> ?? [];
        var instance = _deployment.Start(SourceFiles.Resolve(_file.Path, declaration.Path), parameters, $"{_file.Path}({declaration.Line})");
        instance.DeployAll();
        return instance;
    }
}
