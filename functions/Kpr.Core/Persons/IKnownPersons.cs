namespace Kpr.Core.Persons;

/// <summary>What is known of persons outside the files that are judged: the population register, and replaced numbers. Tells of a number, never a number.</summary>
public interface IKnownPersons
{
    /// <summary>Whether the population register (Folkeregisteret) is loaded; without it, nobody is missing from it.</summary>
    bool HasPopulation { get; }

    /// <summary>What is known of a number; null when nothing is.</summary>
    /// <param name="number">A birth number, D-number or DUF.</param>
    KnownPerson? Find(string number);
}
