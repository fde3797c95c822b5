using System.Text.Json;
using Kpr.Core.Formats.Json;
using Kpr.Core.Formats.Sources;
using Kpr.Core.Rules;
using Kpr.Core.Rules.Files;

namespace Kpr.Core.Formats.Claims;

/// <summary>Reads claims as sent in JSON: one message of one practice. This part walks the message; the other reads the claims.</summary>
public sealed partial class ClaimJsonReader : JsonRecordReader
{
    private readonly Claim _claim = new();
    private ClaimEnvelope? _envelope;
    private Scope _scope;
    private uint _seenInMessage;
    private uint _seenInSet;
    private bool _countToldWrong;
    private int _last = -1;

    /// <summary>Opens a file of claims.</summary>
    public ClaimJsonReader(SourceContent source, SourceLimits limits)
        : base(source, limits)
    {
    }

    // Where the walk stands: in the innermost of these.
    private enum Scope
    {
        Root,
        Message,
        ClaimSet,
        Claims,
        End,
    }

    private enum InSet
    {
        Avdeling,
        NavnEpj,
        ReshId,
        Regninger,
        AntallRegninger,
        Belop,
    }

    /// <inheritdoc/>
    public override string Format => "BKM (JSON)";

    /// <inheritdoc/>
    public override FeedRecord Record => _claim;

    /// <inheritdoc/>
    protected override string ChunkContext()
    {
        var practice = _envelope?.PraksisId is { } id ? $"\"praksisId\":\"{JsonEncodedText.Encode(id)}\"," : "";
        return $"{{{practice}\"behandlerkrav\":{{\"regninger\":[";
    }

    /// <inheritdoc/>
    protected override string ChunkClosing() => "]}}";

    /// <inheritdoc/>
    protected override bool Walk(ref Utf8JsonReader json)
    {
        while (true)
        {
            switch (_scope)
            {
                case Scope.Root when Next(ref json):
                    BeginMessage(ref json);
                    break;
                case Scope.Message:
                    ReadMessage(ref json);
                    break;
                case Scope.ClaimSet:
                    ReadClaimSet(ref json);
                    break;
                case Scope.Claims:
                    if (ReadClaims(ref json))
                    {
                        return true;
                    }

                    break;
                default:
                    // Nothing may follow the message: the framework's reader throws when something does.
                    while (Next(ref json))
                    {
                    }

                    return false;
            }
        }
    }

    /// <inheritdoc/>
    protected override void UnknownMember(string name, long line)
    {
        CountFault(line);
        if (_scope == Scope.Claims)
        {
            _claim.AddFault(The<F18KnownNamesOnly>.Rule, F18KnownNamesOnly.Short(name), F18KnownNamesOnly.MemberText(name), line: line);
        }
        else
        {
            _envelope!.AddFault(The<F18KnownNamesOnly>.Rule.Member(name, line));
        }
    }

    private void BeginMessage(ref Utf8JsonReader json)
    {
        if (json.TokenType != JsonTokenType.StartObject)
        {
            throw new SourceFaultException(The<F02Structure>.Rule.NotAnObject("UKJENT_FORMAT", Line(ref json)));
        }

        _envelope = new ClaimEnvelope { Index = 0, Line = Line(ref json), FirstOrdinal = 1, IsJson = true };
        AddEnvelope(_envelope);
        _scope = Scope.Message;
    }

    private void ReadMessage(ref Utf8JsonReader json)
    {
        if (!NextMember(ref json, ClaimJsonNames.Message, ref _last, ref _seenInMessage, out var member, _envelope!.Line))
        {
            FinishMessage();
            _scope = Scope.End;
        }
        else if (member == 0)
        {
            _envelope.PraksisId = Text(ref json, "praksisId");
            if (_seenInMessage != 1)
            {
                Fault(The<F02Structure>.Rule.Warn(
                    "praksisId", "praksisId står etter regningene. De lagres uten praksisens id; sett feltet først i meldingen.", Line(ref json)));
            }
        }
        else
        {
            BeginClaimSet(ref json, member);
        }
    }

    private void BeginClaimSet(ref Utf8JsonReader json, int member)
    {
        // Both names stand for the same member.
        const uint both = 0b110;
        if ((_seenInMessage & both) == both)
        {
            throw new SourceFaultException(The<F01Readable>.Rule.Duplicate("behandlerkrav", Line(ref json)));
        }

        if (member == 2)
        {
            Fault(The<F02Structure>.Rule.Warn(
                "behandlerkravmelding", "Feltet heter behandlerkrav. Det gamle navnet behandlerkravmelding tas fortsatt imot.", Line(ref json)));
        }

        if (json.TokenType == JsonTokenType.StartObject)
        {
            _envelope!.ClaimSets = 1;
            _scope = Scope.ClaimSet;
            _last = -1;
        }
        else if (json.TokenType != JsonTokenType.Null)
        {
            WrongType("behandlerkrav", "et objekt", Line(ref json));
            Skip(ref json);
        }
    }

    private void ReadClaimSet(ref Utf8JsonReader json)
    {
        if (!NextMember(ref json, ClaimJsonNames.ClaimSet, ref _last, ref _seenInSet, out var member, _envelope!.Line))
        {
            _scope = Scope.Message;
            _last = -1;
            return;
        }

        switch ((InSet)member)
        {
            case InSet.NavnEpj:
                _envelope.NavnEpj = Text(ref json, "navnEPJ");
                break;
            case InSet.Regninger when json.TokenType == JsonTokenType.StartArray:
                _scope = Scope.Claims;
                break;
            case InSet.Regninger:
                if (json.TokenType != JsonTokenType.Null)
                {
                    WrongType("regninger", "en liste", Line(ref json));
                    Skip(ref json);
                }

                break;
            case InSet.AntallRegninger:
                ReadCount(ref json);
                break;
            case InSet.Belop:
                var line = Line(ref json);
                _envelope.UnreadableSumLine = TryAmount(ref json, out var ore) ? null : line;
                _envelope.StatedRefundOre = ore;
                break;
            default:
                Text(ref json, ClaimJsonNames.ClaimSet[member]);
                break;
        }
    }

    private bool ReadClaims(ref Utf8JsonReader json)
    {
        Next(ref json);
        if (json.TokenType == JsonTokenType.StartObject)
        {
            ReadWhole(ref json);
            Records++;
            ClaimForm.Check(_claim);
            _envelope!.Count(_claim);
            return true;
        }

        if (json.TokenType == JsonTokenType.EndArray)
        {
            _scope = Scope.ClaimSet;
        }
        else
        {
            WrongType("regninger", "en liste av objekter", Line(ref json));
            Skip(ref json);
        }

        return false;
    }

    private void FinishMessage()
    {
        var line = _envelope!.Line;
        if (_envelope.PraksisId is null)
        {
            Fault(The<F02Structure>.Rule.MissingMember("praksisId", "MANGLER_PRAKSISID", line));
        }

        if (_envelope.ClaimSets == 0)
        {
            Fault(The<F02Structure>.Rule.MissingMember("behandlerkrav", "MANGLER_BEHANDLERKRAV", line));
            return;
        }

        if (_envelope.Records == 0)
        {
            Fault(The<F02Structure>.Rule.MissingMember("regninger", "MANGLER_REGNINGER", line));
        }

        if (_envelope.StatedClaims is null && !_countToldWrong)
        {
            Fault(The<F02Structure>.Rule.MissingMember("antallRegninger", null, line));
        }

        if (_envelope is { UnreadableSumLine: { } place, RefundsKnown: true })
        {
            WrongType("belop", AmountType, place);
        }
        else if (_envelope.StatedRefundOre is null && _envelope.UnreadableSumLine is null)
        {
            Fault(The<F02Structure>.Rule.MissingMember("belop", null, line));
        }
    }

    private void ReadCount(ref Utf8JsonReader json)
    {
        var line = Line(ref json);
        _countToldWrong = !TryWhole(ref json, out var number);
        _envelope!.StatedClaims = number;
        if (_countToldWrong)
        {
            WrongType("antallRegninger", "et heltall", line);
        }
    }

    private string? Text(ref Utf8JsonReader json, string field)
    {
        var line = Line(ref json);
        if (!TryText(ref json, out var text))
        {
            WrongType(field, "en tekst", line);
        }

        return text;
    }

    private void WrongType(string field, string type, long line) => Fault(The<F02Structure>.Rule.BadValue(field, type, line));

    private void Fault(Fault fault)
    {
        CountFault(fault.Line ?? 1);
        _envelope!.AddFault(fault);
    }
}
