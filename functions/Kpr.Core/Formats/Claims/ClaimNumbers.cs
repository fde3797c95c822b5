namespace Kpr.Core.Formats.Claims;

/// <summary>
/// Lists the numbers and texts of a claim for the identity rules. The lists are used again and again: a claim is
/// judged before the next one is read.
/// </summary>
internal sealed class ClaimNumbers
{
    // A shorter text cannot hold an identity number.
    private const int ShortestText = 11;

    private readonly List<(string Field, string Text)> _texts = [];
    private readonly List<(string Field, string Number)> _hpr = [];
    private readonly List<(string Field, string Number)> _organisations = [];
    private readonly List<(string Field, string Number)> _personnel = [];

    public List<(string Field, string Text)> Texts(Claim claim)
    {
        _texts.Clear();
        Add(claim.Fields.Remark, claim.Merknad);
        Add(claim.Fields.Number, claim.Regningsnummer);
        Add(claim.Fields.Patient, claim.Etternavn);
        Add(claim.Fields.Patient, claim.Fornavn);
        Add("henvisning", claim.HenvisningId);
        Add("rekvirent", claim.RekvirentOrganisasjon);
        Add("debitor", claim.Debitor);
        Add(claim.Fields.Exemption, claim.ArsakFriEgenandel);
        Add("sjeldenMedisinskTilstand", claim.SjeldenMedisinskTilstand);
        Add("moderasjonskode", claim.Moderasjonskode);
        Add("stonadspunkt", claim.Stonadspunkt);
        Add("trygdenasjon", claim.Trygdenasjon);
        Add("arbeidstagerNorge", claim.ArbeidstagerNorge);
        Add(claim.Fields.Practitioner, claim.BehandlerProfesjon);
        Add("praksisId", claim.Delivered?.PracticeId ?? claim.Envelope?.PraksisId);
        foreach (var code in claim.Diagnoser)
        {
            Add(claim.Fields.Diagnosis, code.Code);
        }

        foreach (var code in claim.HenvisningDiagnoser)
        {
            Add(claim.Fields.ReferralDiagnosis, code.Code);
        }

        Add(claim.Fields.Tariff, claim.Takster);
        Add("nlkkoder", claim.NlkKoder);
        Add("prosedyrekoder", claim.Prosedyrekoder);
        Add("norpatkoder", claim.NorpatKoder);
        Add("ncrpkoder", claim.NcrpKoder);
        foreach (var tooth in claim.Tenner)
        {
            Add("tenner", tooth);
        }

        return _texts;
    }

    public List<(string Field, string Number)> Hpr(Claim claim)
    {
        _hpr.Clear();
        AddParties(_hpr, claim, static party => party.IsHpr);
        if (claim.RekvirentHpr is { } number)
        {
            _hpr.Add(("rekvirent.hprNr", number));
        }

        return _hpr;
    }

    public List<(string Field, string Number)> Organisations(Claim claim)
    {
        _organisations.Clear();
        AddParties(_organisations, claim, static party => party.IsOrganisation);
        if (claim.Delivered?.PracticeOrganisation is { } practice)
        {
            _organisations.Add(("praksisOrgNr", practice));
        }

        return _organisations;
    }

    public List<(string Field, string Number)> Personnel(Claim claim)
    {
        _personnel.Clear();
        AddParties(_personnel, claim, static party => party.IsPerson);
        return _personnel;
    }

    private static void AddParties(List<(string Field, string Number)> list, Claim claim, Func<ClaimParty, bool> wanted)
    {
        AddParty(list, claim.Fields.Practitioner, claim.UtforendeBehandler, wanted);
        AddParty(list, claim.Fields.Related, claim.RelatertBehandler, wanted);
        AddParty(list, claim.Fields.Referrer, claim.HenvistFra, wanted);
    }

    private static void AddParty(List<(string Field, string Number)> list, string field, ClaimParty party, Func<ClaimParty, bool> wanted)
    {
        if (party.Id is { } id && wanted(party))
        {
            list.Add((field, id));
        }
    }

    private void Add(string field, string? text)
    {
        if (text?.Length >= ShortestText)
        {
            _texts.Add((field, text));
        }
    }

    private void Add(string field, List<ClaimItem> items)
    {
        foreach (var item in items)
        {
            Add(field, item.System);
            Add(field, item.Code);
        }
    }
}
