using Kpr.Core.Catalogue;
using Kpr.Core.Rules;
using Kpr.Local.Generation;

namespace Kpr.Functions.Tests.CommandLine;

/// <summary>
/// The generator says what must be found from what it planted; check says what the rules find. Neither knows the other.
/// </summary>
public sealed class PlantedFaultsTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Theory]
    [InlineData(1UL, 0.3)]
    [InlineData(2UL, 0.02)]
    [InlineData(3UL, 0)]
    public async Task Check_finds_just_what_was_planted(ulong seed, double rate)
    {
        Generate("sett", seed, rate, GenerateOptions.UsualDay);

        await ExpectedComparison.AssertAgrees(_folder, "sett");
    }

    [Fact]
    public async Task Files_of_today_agree_too()
    {
        Generate("sett", 4, 0.2, NorwegianTime.Today(TimeProvider.System).AddDays(-1));

        await ExpectedComparison.AssertAgrees(_folder, "sett");
    }

    [Fact]
    public async Task All_kinds_of_fault_come_up()
    {
        var rules = new SortedSet<string>(StringComparer.Ordinal);
        for (var seed = 10UL; seed < 13; seed++)
        {
            Generate("sett", seed, 0.9, GenerateOptions.UsualDay);
            rules.UnionWith(await ExpectedComparison.AssertAgrees(_folder, "sett"));
            Directory.Delete(_folder["sett"], recursive: true);
        }

        Assert.Superset(
            new SortedSet<string>(
            [
                "K01", "K02", "K09", "K12", "K22", "K26", "K27", "K28", "K34",
                "A01", "A02", "A03", "A10", "A11", "A14", "A20", "A21", "A25", "A26", "A27", "A31", "A36", "A40", "E01", "E02", "E03", "E04", "E05", "E06", "E07", "E09", "E10", "E11", "E12", "F01", "F02", "F03", "F04", "F07", "F08", "F09", "F10",
                "F11", "F12", "F15", "F17", "F18", "F19", "F20", "F21", "F22", "F23", "F26", "I01", "I02", "I03", "I04", "I05", "I06", "I07", "I08", "I10", "I12", "I13",
                "I14", "I15", "I18", "I19", "I21", "I22", "I23", "I25", "I26", "I27", "I28", "K03", "K04", "K05", "K06", "K07", "K08", "K10", "K11", "K18", "K19", "K20", "K21",
                "K23", "K30",
            ]),
            rules);
    }

    [Fact]
    public async Task Only_files_sent_again_and_files_that_are_none_are_planted_at_rate_zero()
    {
        Generate("sett", 5, 0, NorwegianTime.Today(TimeProvider.System).AddDays(-1));

        Assert.Empty(await ExpectedComparison.AssertAgrees(_folder, "sett"));
    }

    private void Generate(string name, ulong seed, double rate, DateOnly today) =>
        new SetGenerator(
            new GenerateOptions(new SetSize("small", 1_500, 1_500, 9_000, 6, 150), seed, rate, _folder[name], today, KprEnvironment.Test),
            TimeProvider.System).Generate(CancellationToken.None);
}
