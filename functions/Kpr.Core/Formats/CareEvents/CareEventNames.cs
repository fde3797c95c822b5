using System.Xml;
using Kpr.Core.Formats.Xml;
using Kpr.Core.Formats.Xpr;

namespace Kpr.Core.Formats.CareEvents;

/// <summary>The names of XPR 56.0.0, module ipl.</summary>
internal sealed class CareEventNames : XprNames
{
    public const string Namespace = "http://www.npr.no/xmlstds/56_0_0_ipl";

    // The index is the value of CareEventKind, less one.
    private static readonly string[] Kinds = ["TjenesteStart", "MidlertidigStoppTil", "MidlertidigStoppFra", "TjenesteutforerEndret", "TjenesteSlutt"];

    private static readonly (string, Action<CareEvent, string>)[] OfEvent =
    [
        ("tjenesteType", static (e, v) => e.TjenesteType = v),
        ("hendelseRegTid", static (e, v) => e.HendelseRegTid = v),
        ("tjenesteOrgNr", static (e, v) => e.TjenesteOrgNr = v),
        ("hendelseDato", static (e, v) => e.HendelseDato = v),
        ("tjenesteID", static (e, v) => e.TjenesteId = v),
        ("hendelseGUID", static (e, v) => e.HendelseGuid = v),
    ];

    public CareEventNames(NameTable table)
        : base(table, Namespace, hasPeriod: false, [.. Kinds, "Bruker"],
            [.. OfEvent.Select(attribute => attribute.Item1), "midlertidigStoppID", "brukerNr", "bydel", "komNrHjem"])
    {
        Bruker = table.Add("Bruker");
        Events = [null, .. Kinds.Select(table.Add)];
        EventAttributes = new(table, OfEvent, Elsewhere);
        PauseAttributes = new(table, [.. OfEvent, ("midlertidigStoppID", static (e, v) => e.MidlertidigStoppId = v)], Elsewhere);
        BrukerAttributes = new(table,
        [
            ("pasientGUID", static (e, v) => e.PasientGuid = v),
            ("brukerNr", static (e, v) => e.BrukerNr = v),
            ("bydel", static (e, v) => e.Bydel = v),
            ("fid", static (e, v) => e.Fid = v),
            ("typeID", static (e, v) => e.TypeId = v),
        ], Elsewhere);
        KommuneAttributes = new(table, [("kommuneNr", static (c, v) => c.KommuneNr = v)], Elsewhere);
    }

    public string Bruker { get; }

    /// <summary>The event elements; the index is the value of <see cref="CareEventKind"/>.</summary>
    public string?[] Events { get; }

    public AttributeSet<CareEvent> EventAttributes { get; }

    public AttributeSet<CareEvent> PauseAttributes { get; }

    public AttributeSet<CareEvent> BrukerAttributes { get; }

    public override AttributeSet<EnvelopePartDraft> KommuneAttributes { get; }

    /// <summary>The kind of event that an element tells.</summary>
    public CareEventKind EventKind(string name)
    {
        for (var i = 1; i < Events.Length; i++)
        {
            if (ReferenceEquals(name, Events[i]))
            {
                return (CareEventKind)i;
            }
        }

        return CareEventKind.None;
    }
}
