using System.Globalization;
using Kpr.Core.Identity;
using Kpr.Core.Rules;
using Kpr.Local.Generation.Faults;
using Kpr.Local.Generation.Faults.Files;
using Kpr.Local.Generation.Faults.SchoolHealth;
using Kpr.Local.Generation.Xpr;

namespace Kpr.Local.Generation.SchoolHealth;

/// <summary>Writes the school health files of one municipality.</summary>
/// <param name="options">What the user asked.</param>
/// <param name="municipality">Municipality number.</param>
/// <param name="children">Number of children.</param>
internal sealed class SchoolHealthGenerator(GenerateOptions options, string municipality, int children)
    : XprGenerator<SchoolHealthDraft>(options, municipality, purpose: 2)
{
    private readonly SchoolHistory _history = new(options, municipality, children);
    private readonly Dictionary<int, ChildState> _children = [];
    private readonly HashSet<string> _referred = new(StringComparer.Ordinal);
    private DateOnly _last;

    /// <inheritdoc/>
    protected override string Feed => "school-health";

    /// <inheritdoc/>
    protected override string FileName => "konsultasjoner";

    /// <inheritdoc/>
    protected override IReadOnlyList<IRecordFault<SchoolHealthDraft>> OfRecord => SchoolHealthFaults.OfRecord;

    /// <inheritdoc/>
    protected override IReadOnlyList<IRecordFault<SchoolHealthDraft>> Rejecting => SchoolHealthFaults.Rejecting;

    /// <inheritdoc/>
    protected override IReadOnlyList<IXprFileFault> OfFile => FileFaults.OfSchoolHealth;

    /// <inheritdoc/>
    protected override List<ulong> Events() => _history.Events();

    /// <inheritdoc/>
    protected override DateOnly DayOf(ulong packed) => ConsultationKey.Unpack(packed).Day;

    /// <inheritdoc/>
    protected override XprEnvelopeDraft BeginFile(string number, DateOnly from, DateOnly until)
    {
        _children.Clear();
        _referred.Clear();
        _last = until.AddDays(-1);
        return new XprEnvelopeDraft
        {
            Namespace = "http://www.npr.no/xmlstds/56_0_0_hst",
            OtherMessageType = "X",
            MessageId = $"{Municipality}-hst-{number}",
            Municipalities = [Municipality],
            Contacts = [("Postmottak", "post@kommune.example", "1"), ("Helsestasjon", "helsestasjon@kommune.example", "18")],
            Period = (Text(from), Text(_last), Text(until)),
            Serial = number[^2..],
            Units = _history.Units(),
        };
    }

    /// <inheritdoc/>
    protected override XprXml<SchoolHealthDraft> Open(TextWriter target, FilePlan plan, XprEnvelopeDraft envelope) =>
        new SchoolHealthXml(target, plan, envelope);

    /// <inheritdoc/>
    protected override SchoolHealthDraft Draft(ulong packed, bool followsInFile)
    {
        var key = ConsultationKey.Unpack(packed);
        if (!_children.TryGetValue(key.Child, out var state))
        {
            _children.Add(key.Child, state = new ChildState());
        }

        return _history.Draft(key, state, followsInFile, _last);
    }

    /// <inheritdoc/>
    protected override void Written(SchoolHealthDraft draft)
    {
        if (draft.Events > 0)
        {
            _referred.Add(draft.Unit);
        }
    }

    /// <inheritdoc/>
    protected override void Taken(SchoolHealthDraft draft, ulong packed) =>
        draft.Child.IsKnown |= draft.Identity == draft.Person.Identity && draft.Identity.Type.YieldsPersonKey() && !draft.IsRenamed;

    /// <inheritdoc/>
    protected override void Corrected(SchoolHealthDraft correction, ulong packed) => correction.Child.IsKnown = correction.Status == "M";

    /// <inheritdoc/>
    protected override void ExpectOfWhole(XprEnvelopeDraft envelope)
    {
        if (_referred.Except(envelope.Units.Select(unit => unit.Key)).Any())
        {
            envelope.Expected.Add(("F02", Severity.Warning));
        }
    }

    private static string Text(DateOnly day) => day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
}
