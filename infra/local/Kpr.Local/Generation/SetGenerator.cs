using Kpr.Local.Generation.CareEvents;
using Kpr.Local.Generation.CareReport;
using Kpr.Local.Generation.Claims;
using Kpr.Local.Generation.Expected;
using Kpr.Local.Generation.Kuhr;
using Kpr.Local.Generation.SchoolHealth;

namespace Kpr.Local.Generation;

/// <summary>Writes a whole set, and beside it what the register must say of each file.</summary>
/// <param name="options">What the user asked.</param>
/// <param name="clock">Tells when files that state no time of their own will be received: soon.</param>
internal sealed class SetGenerator(GenerateOptions options, TimeProvider clock)
{
    /// <summary>Rate of faults in the file of the smallest set that shows faults, however low the rate asked for.</summary>
    private const double ShownFaultRate = 0.15;

    private static readonly ClaimForm[] ShownForms = [ClaimForm.Xml, ClaimForm.XmlBatch, ClaimForm.Json];

    /// <summary>Writes the set.</summary>
    /// <returns>Files, and records in them.</returns>
    /// <exception cref="IOException">It cannot be written.</exception>
    public (int Files, long Records) Generate(CancellationToken cancellation)
    {
        Directory.CreateDirectory(options.Folder);
        using var target = new FileStream(Path.Combine(options.Folder, "expected.json"), FileMode.Create, FileAccess.Write);
        using var sheet = new ExpectedSheet(target, options.Environment);
        var files = 0;
        var records = 0L;
        foreach (var file in CareEvents().Concat(SchoolHealth()).Concat(CareReports()).Concat(Claims()).Concat(Deliveries()))
        {
            cancellation.ThrowIfCancellationRequested();
            sheet.Add(file);
            files++;
            records += file.Records;
        }

        return (files, records);
    }

    private IEnumerable<ExpectedFile> CareEvents() => Municipal(
        options.Size.Users, (number, users, rate) => new CareEventsGenerator(options, number, users).Generate(rate));

    private IEnumerable<ExpectedFile> SchoolHealth() => Municipal(
        options.Size.Children, (number, children, rate) => new SchoolHealthGenerator(options, number, children).Generate(rate));

    private IEnumerable<ExpectedFile> CareReports()
    {
        var taken = new HashSet<string>(StringComparer.Ordinal);
        var reports = 0;
        return Municipal(options.Size.Users, (number, users, _) =>
            new CareReportGenerator(options, number, users, taken, clock).Generate(FaultRate(firstSender: true)(reports++)));
    }

    private IEnumerable<ExpectedFile> Municipal(int persons, Func<string, int, Func<int, double>, IEnumerable<ExpectedFile>> generate)
    {
        ExpectedFile? clean = null;
        foreach (var (number, share) in MunicipalityPlan.Of(options, persons))
        {
            foreach (var file in generate(number, share, FaultRate(firstSender: clean is null)))
            {
                clean ??= file;
                yield return file;
            }
        }

        foreach (var shown in ShownBeside(clean))
        {
            yield return shown;
        }
    }

    private IEnumerable<ExpectedFile> Claims()
    {
        ExpectedFile? clean = null;
        var left = options.Size.Claims;
        for (var number = 0; left > 0; number++)
        {
            var random = SplitMix.For(options.Seed, 0xC0, (ulong)number);
            var practice = Practice.Make(random, number, options.Size.IsTiny && number < ShownForms.Length ? ShownForms[number] : null);
            var generator = new ClaimsGenerator(options, practice, clock);
            var files = options.Size.IsTiny ? 1 : random.Between(1, 4);
            for (var file = 1; file <= files && left > 0; file++)
            {
                var claims = Math.Min(left, options.Size.ClaimsPerFile * random.Between(50, 150) / 100);
                left -= claims;
                var written = generator.Write(file, files, claims, FaultRate(firstSender: number < 2)(number));
                clean ??= written;
                yield return written;
            }
        }

        foreach (var shown in ShownBeside(clean))
        {
            yield return shown;
        }
    }

    // One that is clean in the smallest set, one with faults that takes its place, and one that is refused as a whole.
    private IEnumerable<ExpectedFile> Deliveries()
    {
        var generator = new KuhrGenerator(options);
        var rate = FaultRate(firstSender: true);
        yield return generator.Write(1, options.Size.DeliveredClaims, rate(0), ofDelivery: 0);
        yield return generator.Write(2, Math.Max(120, options.Size.DeliveredClaims / 20), rate(1), ofDelivery: 0);
        yield return generator.Write(3, 120, options.FaultRate, options.Size.IsTiny ? 1 : options.FaultRate);
    }

    private IEnumerable<ExpectedFile> ShownBeside(ExpectedFile? clean)
    {
        if (options.Size.IsTiny && clean is not null)
        {
            var shown = new ShownFiles(options.Folder);
            yield return shown.NotXml(clean.Feed, clean.Sender, "ikke-xml.xml");
            yield return shown.SendAgain(clean, "sendt-igjen.xml");
        }
    }

    // The smallest set has a clean file first and one with faults behind it, in each feed.
    private Func<int, double> FaultRate(bool firstSender) => file =>
        !(options.Size.IsTiny && firstSender) ? options.FaultRate
        : file == 0 ? 0
        : Math.Max(options.FaultRate, ShownFaultRate);
}
