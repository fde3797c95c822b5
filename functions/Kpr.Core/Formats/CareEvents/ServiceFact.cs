using Kpr.Core.Formats.Xpr;
using Kpr.Core.Rules;

namespace Kpr.Core.Formats.CareEvents;

/// <summary>An event in the history of a service (tjenesteID), packed into a fact.</summary>
public readonly struct ServiceFact
{
    private const int DayBits = 24;
    private const int KindBits = 8;

    private readonly UInt128 _content;
    private readonly ulong _packed;

    /// <summary>Reads a fact of kind <see cref="FactKind.Service"/>.</summary>
    public ServiceFact(in Fact fact)
    {
        _content = fact.Content;
        _packed = fact.Extra;
    }

    /// <summary>Hash of the local user number.</summary>
    public ulong User => (ulong)(_content >> 64);

    /// <summary>Hash of the pause's local key.</summary>
    public ulong Pause => (ulong)_content;

    /// <summary>Day of the event; null when it has none.</summary>
    public DateOnly? Day => (int)(_packed & ((1UL << DayBits) - 1)) is > 0 and var number ? DateOnly.FromDayNumber(number) : null;

    /// <summary>Kind of event.</summary>
    public CareEventKind Kind => (CareEventKind)(byte)(_packed >> DayBits);

    /// <summary>Whether the event annuls another.</summary>
    public bool IsAnnulment => (byte)(_packed >> (DayBits + KindBits)) == 'C';

    /// <summary>Hash of the type of service.</summary>
    public uint ServiceType => (uint)(_packed >> (DayBits + (2 * KindBits)));

    /// <summary>The fact of an event.</summary>
    public static Fact Of(CareEvent care)
    {
        var content = new UInt128(ContentHash.Of(care.BrukerNr), care.MidlertidigStoppId is { } pause ? ContentHash.Of(pause) : 0);
        var packed = (uint)(care.EventDay?.DayNumber ?? 0)
            | ((ulong)(byte)care.Kind << DayBits)
            | ((ulong)(byte)XprFacts.StatusOf(care) << (DayBits + KindBits))
            | ((ContentHash.Of(care.TjenesteType) & 0xFF_FFFF) << (DayBits + (2 * KindBits)));
        return new Fact(
            FactKind.Service, ContentHash.Of128(care.TjenesteId), 0, care.Ordinal, care.Line, XprFacts.IdOf(care), content, packed);
    }
}
