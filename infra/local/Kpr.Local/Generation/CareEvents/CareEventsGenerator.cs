using Kpr.Local.Generation.Faults;
using Kpr.Local.Generation.Faults.CareEvents;
using Kpr.Local.Generation.Faults.Files;
using Kpr.Local.Generation.Xpr;

namespace Kpr.Local.Generation.CareEvents;

/// <summary>Writes the care event files of one municipality.</summary>
/// <param name="options">What the user asked.</param>
/// <param name="municipality">Municipality number.</param>
/// <param name="users">Number of users.</param>
internal sealed class CareEventsGenerator(GenerateOptions options, string municipality, int users)
    : XprGenerator<CareEventDraft>(options, municipality, purpose: 1)
{
    private readonly CareHistory _history = new(options, municipality, users);
    private readonly Dictionary<string, ServiceState> _services = new(StringComparer.Ordinal);

    /// <inheritdoc/>
    protected override string Feed => "care-events";

    /// <inheritdoc/>
    protected override string FileName => "hendelser";

    /// <inheritdoc/>
    protected override IReadOnlyList<IRecordFault<CareEventDraft>> OfRecord => CareEventFaults.OfRecord;

    /// <inheritdoc/>
    protected override IReadOnlyList<IRecordFault<CareEventDraft>> Rejecting => CareEventFaults.Rejecting;

    /// <inheritdoc/>
    protected override IReadOnlyList<IXprFileFault> OfFile => FileFaults.OfXpr;

    /// <inheritdoc/>
    protected override List<ulong> Events() => _history.Events();

    /// <inheritdoc/>
    protected override DateOnly DayOf(ulong packed) => CareEventKey.Unpack(packed).Day;

    /// <inheritdoc/>
    protected override XprEnvelopeDraft BeginFile(string number, DateOnly from, DateOnly until)
    {
        _services.Clear();
        return new XprEnvelopeDraft
        {
            Namespace = "http://www.npr.no/xmlstds/56_0_0_ipl",
            OtherMessageType = "B",
            MessageId = $"{Municipality}-{number}",
            Municipalities = [Municipality],
            DemandedContact = "17",
            Contacts =
            [
                ("Postmottak", "post@kommune.example", "1"),
                ("IPLOS-kontakt", "iplos@kommune.example", "16"),
                ("Innsendingsansvarlig", "innsending@kommune.example", "17"),
            ],
        };
    }

    /// <inheritdoc/>
    protected override XprXml<CareEventDraft> Open(TextWriter target, FilePlan plan, XprEnvelopeDraft envelope) =>
        new CareEventXml(target, plan, envelope);

    /// <inheritdoc/>
    protected override CareEventDraft Draft(ulong packed, bool followsInFile)
    {
        var key = CareEventKey.Unpack(packed);
        var name = _history.ServiceKey(key.User, key.Service);
        if (!_services.TryGetValue(name, out var state))
        {
            _services.Add(name, state = new ServiceState());
        }

        return _history.Draft(key, state, followsInFile);
    }

    /// <inheritdoc/>
    protected override void Taken(CareEventDraft draft, ulong packed) => draft.Service.Take(draft.Kind, DayOf(packed));

    /// <inheritdoc/>
    protected override void Corrected(CareEventDraft correction, ulong packed)
    {
        if (correction.Status == "C")
        {
            correction.Service.Annul(correction.Kind);
        }
    }
}
