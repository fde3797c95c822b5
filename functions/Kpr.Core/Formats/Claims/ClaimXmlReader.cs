using System.Xml;
using Kpr.Core.Formats.Sources;
using Kpr.Core.Formats.Xml;
using Kpr.Core.Rules;
using Kpr.Core.Rules.Files;

namespace Kpr.Core.Formats.Claims;

/// <summary>
/// Reads claims as sent in XML: BehandlerKrav in MsgHead, one message or many in Meldinger. This part walks the
/// messages; the others read the header and the claims.
/// </summary>
public sealed partial class ClaimXmlReader : XmlRecordReader
{
    /// <summary>Name of the format.</summary>
    public const string FormatName = "BKM (XML)";

    // The header is repeated before every chunk, so a hostile one must not be long. Real ones have two thousand characters.
    private const int LongestHeader = 1 << 16;

    private readonly ClaimXmlNames _names;
    private readonly Claim _claim = new();
    private readonly List<(string Tag, string Name)> _open = [];
    private ClaimEnvelope? _envelope;
    private string _header = "";
    private int _headDepth;
    private bool _hasTotals;
    private Scope _scope;

    /// <summary>Opens a file of claims.</summary>
    /// <exception cref="SourceFaultException">The encoding is not one that the register takes (F23).</exception>
    public ClaimXmlReader(SourceContent source, SourceLimits limits)
        : base(source, limits) => _names = new ClaimXmlNames(Names);

    // Where the walk stands: in the innermost of these elements.
    private enum Scope
    {
        Root,
        Batch,
        Head,
        Document,
        RefDoc,
        Content,
        ClaimSet,
        End,
    }

    /// <inheritdoc/>
    public override string Format => FormatName;

    /// <inheritdoc/>
    public override FeedRecord Record => _claim;

    /// <inheritdoc/>
    protected override string ChunkContext() =>
        string.Concat(_open.Select((element, depth) => depth == _headDepth ? element.Tag + _header : element.Tag));

    /// <inheritdoc/>
    protected override string ChunkClosing() => string.Concat(Enumerable.Reverse(_open).Select(element => $"</{element.Name}>"));

    /// <inheritdoc/>
    protected override bool ReadRecord()
    {
        while (Next())
        {
            switch (Xml.NodeType)
            {
                case XmlNodeType.Element when _scope == Scope.ClaimSet && Is(_names.Own, _names.Enkeltregning):
                    ReadClaim();
                    return true;
                case XmlNodeType.Element:
                    ReadElement();
                    break;
                case XmlNodeType.EndElement:
                    Leave();
                    break;
                case XmlNodeType.Text or XmlNodeType.CDATA when _scope == Scope.ClaimSet:
                    Fault(The<F02Structure>.Rule.MisplacedText(_names.BehandlerKrav, Line));
                    break;
            }
        }

        return Envelopes.Count > 0 ? false : throw new SourceFaultException(The<F02Structure>.Rule.MissingElement(_names.MsgHead, null));
    }

    private void ReadElement()
    {
        switch (_scope)
        {
            case Scope.Root:
                ReadRoot();
                break;
            case Scope.Batch when Is(_names.Head, _names.MsgHead):
                BeginMessage();
                break;
            case Scope.Batch:
                throw new SourceFaultException(The<F18KnownNamesOnly>.Rule.Element(Xml.LocalName, Line));
            case Scope.Head when Is(_names.Head, _names.MsgInfo) && _header.Length == 0:
                ReadHeader();
                break;
            case Scope.Head when Is(_names.Head, _names.Document):
                Enter(Scope.Document);
                break;
            case Scope.Document when Is(_names.Head, _names.RefDoc):
                Enter(Scope.RefDoc);
                break;
            case Scope.RefDoc when Is(_names.Head, _names.Content):
                Enter(Scope.Content);
                break;
            case Scope.Content when ReferenceEquals(Xml.LocalName, _names.BehandlerKrav):
                BeginClaimSet();
                break;
            case Scope.ClaimSet:
                ReadPartOfSet();
                break;
            default:
                SkipElement();
                break;
        }
    }

    private void ReadRoot()
    {
        if (Is(_names.Head, _names.MsgHead))
        {
            BeginMessage();
        }
        else if (ReferenceEquals(Xml.LocalName, _names.Batch) && (Xml.NamespaceURI.Length == 0 || ReferenceEquals(Xml.NamespaceURI, _names.Head)))
        {
            Enter(Scope.Batch);
        }
        else
        {
            throw new SourceFaultException(ReferenceEquals(Xml.LocalName, _names.MsgHead)
                ? The<F02Structure>.Rule.WrongNamespace(ClaimXmlNames.HeadNamespace, Line)
                : The<F02Structure>.Rule.WrongRoot("MsgHead eller Meldinger", Line));
        }
    }

    private void BeginMessage()
    {
        _envelope = new ClaimEnvelope { Index = Envelopes.Count, Line = Line, FirstOrdinal = Records + 1 };
        AddEnvelope(_envelope);
        _header = "";
        _hasTotals = false;
        _headDepth = _open.Count;
        Enter(Scope.Head);
    }

    private void BeginClaimSet()
    {
        if (!ReferenceEquals(Xml.NamespaceURI, _names.Own))
        {
            Fault(The<F02Structure>.Rule.WrongNamespace(ClaimXmlNames.ClaimNamespace, Line));
            SkipElement();
            return;
        }

        if (_header.Length == 0)
        {
            Fault(The<F02Structure>.Rule.MissingElement(_names.MsgInfo, Line));
        }

        _envelope!.ClaimSets++;
        ReadSetAttributes();
        Enter(Scope.ClaimSet);
    }

    private void ReadSetAttributes()
    {
        var line = Line;
        while (Xml.MoveToNextAttribute())
        {
            if (ReferenceEquals(Xml.LocalName, _names.NavnEpj) && Xml.NamespaceURI.Length == 0)
            {
                _envelope!.NavnEpj = Xml.Value;
            }
            else if (ReferenceEquals(Xml.LocalName, _names.VersjonEpj) && Xml.NamespaceURI.Length == 0)
            {
                _envelope!.VersjonEpj = Xml.Value;
            }
            else if (!IsXmlMatter())
            {
                Fault(The<F18KnownNamesOnly>.Rule.Attribute(Xml.LocalName, line));
            }
        }

        Xml.MoveToElement();
    }

    private void Enter(Scope scope)
    {
        _scope = scope;
        _open.Add((StartTag(), Xml.Name));
        if (Xml.IsEmptyElement)
        {
            Leave();
        }
    }

    private void Leave()
    {
        if (_scope == Scope.Head)
        {
            FinishMessage();
        }

        _open.RemoveAt(_open.Count - 1);
        _scope = _scope switch
        {
            Scope.ClaimSet => Scope.Content,
            Scope.Content => Scope.RefDoc,
            Scope.RefDoc => Scope.Document,
            Scope.Document => Scope.Head,
            Scope.Head when _open.Count > 0 => Scope.Batch,
            _ => Scope.End,
        };
    }

    private void FinishMessage()
    {
        if (_header.Length == 0 && _envelope!.ClaimSets == 0)
        {
            Fault(The<F02Structure>.Rule.MissingElement(_names.MsgInfo, _envelope.Line));
        }

        if (_envelope!.ClaimSets > 0 && !_hasTotals)
        {
            Fault(The<F02Structure>.Rule.MissingElement("Krav", _envelope.Line));
        }

        if (_envelope is { UnreadableSumLine: { } line, RefundsKnown: true })
        {
            Fault(The<F02Structure>.Rule.BadValue(_names.InTotals[1], "et beløp i kroner med høyst to desimaler", line));
        }
    }

    private bool Is(string space, string name) => ReferenceEquals(Xml.LocalName, name) && ReferenceEquals(Xml.NamespaceURI, space);

    private void Fault(Fault fault)
    {
        CountFault();
        _envelope!.AddFault(fault);
    }
}
