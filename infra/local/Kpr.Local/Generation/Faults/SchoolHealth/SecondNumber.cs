using Kpr.Core.Identity;
using Kpr.Core.Rules;
using Kpr.Local.Generation.People;
using Kpr.Local.Generation.SchoolHealth;

namespace Kpr.Local.Generation.Faults.SchoolHealth;

/// <summary>Another number of a child that the file has told before (I18).</summary>
internal sealed class SecondNumber : IRecordFault<SchoolHealthDraft>
{
    /// <inheritdoc/>
    public int Weight => 6;

    /// <inheritdoc/>
    public bool Fits(SchoolHealthDraft draft) => draft.Child.IsKnown && draft.Status == "N";

    /// <inheritdoc/>
    public void Plant(SchoolHealthDraft draft, SplitMix random)
    {
        draft.Renumber(new PersonIdentity(IdentityType.BirthNumber, Other(draft, random)));
        draft.Expect("I18", Severity.RejectRecord);
    }

    // Of the same day and sex, so that nothing else contradicts it.
    private static string Other(SchoolHealthDraft draft, SplitMix random)
    {
        while (true)
        {
            var number = Population.BirthNumber(random, draft.Person.Born, draft.Person.Sex);
            if (number != draft.Identity.Number)
            {
                return number;
            }
        }
    }
}
