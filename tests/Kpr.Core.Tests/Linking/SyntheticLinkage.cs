using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using Kpr.Core.Extracts.Orders;
using Kpr.Core.Extracts.Package;
using Kpr.Core.Identity;
using Kpr.Core.Linking;

namespace Kpr.Core.Tests.Linking;

/// <summary>A linkage of made-up people: who they are, what each source knows, and what it delivers.</summary>
internal sealed class SyntheticLinkage : IDisposable
{
    public const string Case = "SAK-2026-0001";

    private readonly PersonKeyDerivation _derivation = new(new byte[32]);

    public SyntheticLinkage(int persons, string batch = "batch-1", byte secret = 7)
    {
        Secret = new BatchSecret(Case, batch, [.. Enumerable.Repeat(secret, BatchSecret.Length)]);
        People = [.. Numbers().Take(persons).Select(number => (Key(number), number))];
    }

    public BatchSecret Secret { get; }

    /// <summary>The people, in order of birth.</summary>
    public IReadOnlyList<(PersonKey Person, string Number)> People { get; }

    /// <summary>What the project calls a person.</summary>
    public static string ProjectKey(PersonKey person) => "L" + Convert.ToHexString(SHA256.HashData(Encoding.ASCII.GetBytes(person.ToString())))[..16];

    /// <summary>What a source finds its persons by, as a dictionary.</summary>
    public Dictionary<string, string> KeyFileOf(string source)
    {
        using var serials = new SerialNumbers(Secret, source);
        using var scratch = new MemoryStream();
        using var target = new MemoryStream();
        KeyFile.Write(serials, People.Select(one => (one.Person, new NationalId(one.Number))), target, scratch);
        return Encoding.ASCII.GetString(target.ToArray()).Split('\n', StringSplitOptions.RemoveEmptyEntries).Skip(1).Select(line => line.Split(';'))
            .ToDictionary(cells => cells[0], cells => cells[1]);
    }

    public byte[] LinkerKeysOf(string source)
    {
        using var serials = new SerialNumbers(Secret, source);
        using var scratch = new MemoryStream();
        using var target = new MemoryStream();
        LinkerKeys.Write(serials, People.Select(one => one.Person), ProjectKey, target, scratch);
        return target.ToArray();
    }

    /// <summary>A source of one table with columns value and serial, which knows some people by their numbers.</summary>
    public SourceDelivery Deliver(string source, string table, IEnumerable<(string Number, string Value)> rows)
    {
        var keys = KeyFileOf(source);
        return DeliverText(source, table, "value,serial\n" + string.Concat(rows.Select(row => $"\"{row.Value.Replace("\"", "\"\"", StringComparison.Ordinal)}\",{keys[row.Number]}\n")));
    }

    public SourceDelivery DeliverText(string source, string table, string csv)
    {
        var bytes = Encoding.UTF8.GetBytes(csv);
        var told = new SourceTable(
            new ExtractTable(table, table, table, [new("value", "string", "Verdi", "Value"), new("serial", "string", "Løpenummer", "Serial number")], []), "serial",
            new PackagedFile($"{table}.csv", bytes.Length, Convert.ToHexStringLower(SHA256.HashData(bytes)), null));
        return new SourceDelivery(new SourceManifest(Case, Secret.Batch, source, [told]), () => new MemoryStream(LinkerKeysOf(source)), _ => new MemoryStream(bytes));
    }

    /// <summary>Links, and gives the tables as text.</summary>
    public (LinkageResult Result, Dictionary<string, string> Tables) Link(IReadOnlyCollection<string> sources, params SourceDelivery[] deliveries)
    {
        var written = new Dictionary<string, MemoryStream>();
        var result = new Linker(Case, Secret.Batch, sources, () => new MemoryStream()).Link(deliveries, name => written[name] = new MemoryStream());
        return (result, written.ToDictionary(one => one.Key, one => Encoding.UTF8.GetString(one.Value.ToArray())));
    }

    public void Dispose() => _derivation.Dispose();

    private PersonKey Key(string number) => _derivation.TryDerive(IdentityType.BirthNumber, number, out var key) ? key : throw new InvalidOperationException();

    private static IEnumerable<string> Numbers() =>
        from day in Enumerable.Range(0, 20_000)
        let number = SyntheticIdentity.BirthNumber(new DateOnly(1950, 1, 1).AddDays(day), day % 2 == 0 ? Sex.Female : Sex.Male, 0)
        where number is not null
        select number.ToString(CultureInfo.InvariantCulture);
}
