using System.Collections.Frozen;
using Kpr.Core.Rules;

namespace Kpr.Core.Formats.Claims;

/// <summary>What is remembered of consultations and simple contacts (enkle kontakter) to judge those of a patient and a provider together (K29).</summary>
internal static class VisitFacts
{
    /// <summary>Role of a consultation. Extra: its minute.</summary>
    public const byte Consultation = 0;

    /// <summary>Role of a simple contact. Extra: its minute.</summary>
    public const byte SimpleContact = 1;

    /// <summary>How near in time a consultation and a simple contact must not be, in minutes.</summary>
    public const int Near = 60;

    // The Directorate's method pages for KPR-KUHR.
    private static readonly FrozenSet<string> SimpleContacts = FrozenSet.Create(StringComparer.Ordinal, "1ad", "1bd", "1be", "1g", "1h");

    /// <summary>Notes the facts of a claim.</summary>
    public static void Note(Claim claim, UInt128 id, IFactSink facts)
    {
        var patient = claim.PasientId ?? claim.Etternavn;
        if (patient is null || claim.LocalTime is not { } time || RoleOf(claim) is not { } role)
        {
            return;
        }

        Add(DateOnly.FromDateTime(time));

        // A consultation around midnight is told to both days, so that a contact need ask its own day only.
        if (role == Consultation && time.AddMinutes(-Near).Date != time.Date)
        {
            Add(DateOnly.FromDateTime(time.AddMinutes(-Near)));
        }
        else if (role == Consultation && time.AddMinutes(Near).Date != time.Date)
        {
            Add(DateOnly.FromDateTime(time.AddMinutes(Near)));
        }

        void Add(DateOnly day)
        {
            var hash = default(ContentHash);
            hash.Add(patient);
            hash.Add(claim.PasientId is null ? claim.Fornavn : null);
            hash.Add(claim.PasientId is null ? claim.Fodselsdato : null);
            hash.Add(claim.Provider);
            hash.Add(claim.UtforendeBehandler.Id);
            hash.Add(day.DayNumber);
            facts.Add(new Fact(
                FactKind.Visit, hash.Value, role, claim.Ordinal, claim.Line, id, default, (ulong)(time.Ticks / TimeSpan.TicksPerMinute)));
        }
    }

    private static byte? RoleOf(Claim claim)
    {
        byte? role = null;
        foreach (var item in claim.Takster)
        {
            if (ConsultationTariffs.Contains(item.Code))
            {
                return Consultation;
            }

            role = item.Code is not null && SimpleContacts.Contains(item.Code) ? SimpleContact : role;
        }

        return role;
    }
}
