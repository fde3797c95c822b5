using Kpr.Functions.Applications.Http;

namespace Kpr.Functions.Extracts.Http;

/// <summary>An upload turned out not to be what it must be while it was being written: thrown into the writing, so that nothing of it is committed.</summary>
/// <param name="problem">What is wrong.</param>
internal sealed class UploadRefusedException(Problem problem) : Exception(problem.English)
{
    /// <summary>What is wrong.</summary>
    public Problem Problem => problem;
}
