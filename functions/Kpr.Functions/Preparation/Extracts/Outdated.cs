using Kpr.Core.Extracts.Population;
using Kpr.Core.Persons;
using Kpr.Functions.Register;

namespace Kpr.Functions.Preparation.Extracts;

/// <summary>Whether somebody is in an extract who must not be in it any more: a deletion or an objection to disclosure holds from the moment it is decided.</summary>
/// <param name="packages">The packages, with their persons.</param>
/// <param name="persons">The decisions about persons.</param>
public sealed class Outdated(PreparedPackages packages, PersonListStore persons)
{
    /// <summary>What the staff are told, in Norwegian.</summary>
    public const string Message = "Noen i uttrekket er slettet eller har reservert seg siden det ble laget. Bestill på nytt.";

    /// <summary>Looks.</summary>
    public async Task<bool> IsAsync(string id, CancellationToken cancellationToken)
    {
        var index = await persons.GetAsync(cancellationToken);
        if (index.IsEmpty)
        {
            return false;
        }

        var inIt = new PersonSet();
        inIt.Read(await packages.Blobs.FindAsync(PreparedPackages.Persons(id), cancellationToken));
        return inIt.InOrder().Any(person => index.Concerns(person.ToString(), ReservedServices.Disclosure));
    }
}
