namespace Kpr.Infra.Tests.Bicep;

/// <summary>A resource that a deployment makes, or one that it refers to, with all values worked out.</summary>
internal sealed record DeployedResource(string Type, string ApiVersion, string Name, bool Existing, string Place)
{
    public Dictionary<string, object?> Body { get; init; } = [];

    public DeployedResource? Scope { get; init; }

    /// <summary>Type and full name: the same for a resource and for every reference to it.</summary>
    public string Id => $"{Type}:{Name}";

    /// <summary>A value of the body by its path, for example <c>properties.minimumTlsVersion</c>; null when it is not there.</summary>
    public object? this[string path] => path.Split('.').Aggregate((object?)Body, (value, part) =>
        value is Dictionary<string, object?> inner && inner.TryGetValue(part, out var found) ? found : null);

    public object? Member(string name) => name switch
    {
        "id" => Id,
        "name" => Name[(Name.LastIndexOf('/') + 1)..],
        _ => new RuntimeValue($"{Id}.{name}"),
    };

    public override string ToString() => $"{Id} ({Place})";
}
