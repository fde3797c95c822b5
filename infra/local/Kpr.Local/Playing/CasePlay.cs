using Kpr.Core.Cases.Parties;

namespace Kpr.Local.Playing;

/// <summary>A case, or several, as a file tells it.</summary>
/// <param name="Start">The moment at which the clock begins.</param>
/// <param name="Steps">What happens, in order of time.</param>
internal sealed record CasePlay(DateTimeOffset Start, IReadOnlyList<PlayStep> Steps)
{
    /// <summary>Id that a case of the play has on the system: it follows from who starts it.</summary>
    public string IdOf(string name) => CaseDoor.IdOf(StarterOf(name), name);

    /// <summary>Who starts a case of the play: its applicant.</summary>
    public Actor StarterOf(string name) => Steps.First(step => step.Case == name && step.Do == "start").As!;
}
