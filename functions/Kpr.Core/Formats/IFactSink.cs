using Kpr.Core.Rules;

namespace Kpr.Core.Formats;

/// <summary>Takes the facts of a record.</summary>
public interface IFactSink
{
    /// <summary>Takes a fact.</summary>
    void Add(in Fact fact);
}
