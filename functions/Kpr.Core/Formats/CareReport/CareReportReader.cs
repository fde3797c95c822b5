using System.Xml;
using Kpr.Core.Formats.Sources;
using Kpr.Core.Formats.Xml;
using Kpr.Core.Rules;
using Kpr.Core.Rules.Files;

namespace Kpr.Core.Formats.CareReport;

/// <summary>
/// Reads the shipments of the annual report, KPR_IDE and KPR_IPL, and the years of IPLOS. Judges the structure as it
/// reads (F02, F18); what the values mean is for the rules. The order of parts inside a record is free.
/// </summary>
public sealed partial class CareReportReader : XmlMessageReader
{
    private readonly CareReportNames _names;
    private readonly ReportedPerson _person = new();
    private readonly CareUser _user = new();
    private CareReportEnvelope? _envelope;
    private string _ownNamespace = "";
    private string _context = "";
    private string _endTag = "";
    private long _rootStart;
    private bool _headerChecked;

    /// <summary>Opens a shipment.</summary>
    /// <exception cref="SourceFaultException">The encoding is not one that the register takes (F23).</exception>
    public CareReportReader(SourceContent source, SourceLimits limits)
        : base(source, limits) => _names = new CareReportNames(Names);

    /// <inheritdoc/>
    public override string Format => CareReportEnvelope.NameOf(_envelope?.Shipment ?? CareReportShipment.Professional);

    /// <inheritdoc/>
    public override FeedRecord Record => _envelope?.Shipment == CareReportShipment.Identity ? _person : _user;

    /// <inheritdoc/>
    protected override MessageEnvelope Message => _envelope!;

    /// <inheritdoc/>
    protected override string OwnNamespace => _ownNamespace;

    /// <inheritdoc/>
    protected override bool Knows(string name) => _names.Knows(name);

    /// <inheritdoc/>
    protected override string ChunkContext() => _context;

    /// <inheritdoc/>
    protected override string ChunkClosing() => _endTag;

    /// <inheritdoc/>
    protected override bool ReadRecord()
    {
        while (Next())
        {
            switch (Xml.NodeType)
            {
                case XmlNodeType.Element when _envelope is null:
                    ReadRoot();
                    break;
                case XmlNodeType.Element when Is(_envelope!.Shipment == CareReportShipment.Identity ? _names.Person : _names.Bruker):
                    CheckHeader();
                    ReadOne();
                    return true;
                case XmlNodeType.Element:
                    ReadEnvelopePart();
                    break;
                case XmlNodeType.Text or XmlNodeType.CDATA:
                    FileFault(The<F02Structure>.Rule.MisplacedText("Melding", Line));
                    break;
            }
        }

        if (_envelope is not null)
        {
            CheckHeader();
        }

        return false;
    }

    private void ReadRoot()
    {
        if (!ReferenceEquals(Xml.LocalName, _names.Melding))
        {
            throw new SourceFaultException(The<F02Structure>.Rule.WrongRoot("Melding", Line));
        }

        if (_names.ShipmentOf(Xml.NamespaceURI) is not { } shipment)
        {
            throw new SourceFaultException(The<F02Structure>.Rule.WrongNamespace(_names.NamespaceOf(CareReportShipment.Professional), Line));
        }

        _ownNamespace = _names.NamespaceOf(shipment);
        _envelope = new CareReportEnvelope { Index = 0, Line = Line, FirstOrdinal = 1, Shipment = shipment };
        AddEnvelope(_envelope);
        _rootStart = StartOfTag();
        _endTag = $"</{Xml.Name}>";
        ReadEnvelopeAttributes(_names.MeldingAttributes[(int)shipment], _envelope);
    }

    private void ReadOne()
    {
        if (_context.Length == 0)
        {
            // Header and contacts are part of every chunk: the rules of a record ask for the data year.
            _context = TextSince(_rootStart);
        }

        _envelope!.Records = ++Records;
        if (_envelope.Shipment == CareReportShipment.Identity)
        {
            Begin(_person);
            ReadAttributes(_names.PersonAttributes, _person);
            SkipStrangers(_names.Person);
            EndRecord();
            CareReportStructure.Check(_person);
        }
        else
        {
            Begin(_user);
            ReadUser();
            EndRecord();
            _envelope.Services += _user.Services.Count;
            CareUserStructure.Check(_user);
        }
    }

    private void Begin(CareReportRecord record)
    {
        record.Begin(Records, Line, _envelope!.Index);
        record.Report = _envelope;
        BeginRecord();
    }

    private void ReadUser()
    {
        ReadAttributes(_names.BrukerAttributes, _user);
        if (Xml.IsEmptyElement)
        {
            return;
        }

        var depth = Xml.Depth;
        while (NextChild(depth, _names.Bruker))
        {
            if (ReferenceEquals(Xml.NamespaceURI, _ownNamespace))
            {
                ReadPart(Xml.LocalName);
            }
            else
            {
                SkipStranger();
            }
        }
    }

    private void ReadPart(string name)
    {
        if (ReferenceEquals(name, _names.Tjeneste))
        {
            _user.Services.Add(Read(_names.TjenesteAttributes, new ReportedService { Line = Line }, name));
        }
        else if (ReferenceEquals(name, _names.Kartlegging))
        {
            ReadAssessment();
        }
        else if (ReferenceEquals(name, _names.Sak))
        {
            _user.Cases.Add(Read(_names.SakAttributes, new CaseEvent { Line = Line }, name));
        }
        else if (ReferenceEquals(name, _names.Diagnose))
        {
            _user.Diagnoses.Add(Read(_names.DiagnoseAttributes, new ReportedDiagnosis { Line = Line }, name));
        }
        else if (ReferenceEquals(name, _names.Boforhold))
        {
            Once(_user.Housing is not null, name);
            _user.Housing = Read(_names.BoforholdAttributes, new Housing { Line = Line }, name);
        }
        else if (ReferenceEquals(name, _names.Vurdering))
        {
            Once(_user.Appraisal is not null, name);
            _user.Appraisal = Read(_names.VurderingAttributes, new Appraisal { Line = Line }, name);
        }
        else if (ReferenceEquals(name, _names.Deltakelse))
        {
            _user.Participations.Add(Read(_names.DeltakelseAttributes, new Participation { Line = Line }, name));
        }
        else if (ReferenceEquals(name, _names.Tvang))
        {
            _user.Coercion.Add(Read(_names.TvangAttributes, new CoercionMeasure { Line = Line }, name));
        }
        else
        {
            SkipStranger();
        }
    }

    private void ReadAssessment()
    {
        var assessment = new Assessment { Line = Line };
        _user.Assessments.Add(assessment);
        ReadAttributes(_names.KartleggingAttributes, assessment);
        if (Xml.IsEmptyElement)
        {
            return;
        }

        var depth = Xml.Depth;
        while (NextChild(depth, _names.Kartlegging))
        {
            if (Is(_names.Funksjon))
            {
                assessment.Scores.Add(Read(_names.FunksjonAttributes, new FunctionScore { Line = Line }, _names.Funksjon));
            }
            else
            {
                SkipStranger();
            }
        }
    }

    private TPart Read<TPart>(AttributeSet<TPart> attributes, TPart part, string name)
    {
        ReadAttributes(attributes, part);
        SkipStrangers(name);
        return part;
    }

    private void Once(bool again, string name)
    {
        if (again)
        {
            RecordFault(name, F02Structure.NotAllowedHere($"Mer enn én {name}"));
        }
    }
}
