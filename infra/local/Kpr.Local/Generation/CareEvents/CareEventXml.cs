using Kpr.Local.Generation.Xpr;

namespace Kpr.Local.Generation.CareEvents;

/// <summary>Writes care events as XPR(ipl) 56.0.0.</summary>
internal sealed class CareEventXml(TextWriter target, FilePlan plan, XprEnvelopeDraft envelope) : XprXml<CareEventDraft>(target, plan, envelope)
{
    /// <inheritdoc/>
    protected override void WriteEvent(CareEventDraft draft)
    {
        Begin(draft.Kind.ToString());
        Attribute("tjenesteType", draft.ServiceType);
        Attribute("hendelseRegTid", Text(draft.RegisteredAt));
        Attribute("tjenesteOrgNr", draft.Organisation);
        Attribute("hendelseDato", draft.Day);
        Attribute("tjenesteID", draft.ServiceKey);
        Attribute("hendelseGUID", draft.EventGuid.ToString());
        Attribute("midlertidigStoppID", draft.PauseKey);
        Begin("Bruker");
        Attribute("pasientGUID", draft.PatientGuid.ToString());
        Attribute("brukerNr", draft.LocalNumber);
        Attribute("bydel", draft.District);
        WriteIdentity(draft);
        End();
        End();
    }
}
