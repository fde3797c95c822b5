namespace Kpr.Core.Tests.Identity;

/// <summary>Synthetic numbers with the expected verdict: value;type;expected;birth_date;sex;note.</summary>
public sealed record IdentityVector(string Value, string Type, string Expected, string BirthDate, string Sex)
{
    public static IReadOnlyList<IdentityVector> All { get; } = Load();

    public static TheoryData<string> Values(params string[] types)
    {
        var data = new TheoryData<string>();
        foreach (var vector in All)
        {
            if (types.Contains(vector.Type)) data.Add(vector.Value);
        }

        return data;
    }

    public static IdentityVector Of(string value) => All.Single(v => v.Value == value);

    private static List<IdentityVector> Load()
    {
        using var stream = typeof(IdentityVector).Assembly.GetManifestResourceStream("identity_vectors.csv")
            ?? throw new InvalidOperationException("identity_vectors.csv is not embedded");
        using var reader = new StreamReader(stream);
        var vectors = new List<IdentityVector>();
        reader.ReadLine();
        while (reader.ReadLine() is { } line)
        {
            var cells = line.Split(';', 6);
            vectors.Add(new IdentityVector(cells[0], cells[1], cells[2], cells[3], cells[4]));
        }

        return vectors;
    }
}
