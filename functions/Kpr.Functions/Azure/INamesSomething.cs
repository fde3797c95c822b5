namespace Kpr.Functions.Azure;

/// <summary>A message that says no more than an id: one that cannot be an id is let in nowhere, since ids go into logs and addresses.</summary>
internal interface INamesSomething
{
    /// <summary>Whether what it names can be an id of its kind.</summary>
    bool HasPossibleId();
}
