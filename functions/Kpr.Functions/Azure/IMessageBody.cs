namespace Kpr.Functions.Azure;

/// <summary>The body of a message: an id and little more. One that cannot be an id is let in nowhere, since ids go into logs and addresses.</summary>
public interface IMessageBody
{
    /// <summary>Whether what it is about has an id that is possible.</summary>
    bool HasPossibleId();
}
