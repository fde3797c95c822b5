namespace Kpr.Core.Formats.CareReport;

/// <summary>The score of a function variable (Funksjon).</summary>
public sealed class FunctionScore
{
    /// <summary>1-based line of the start tag.</summary>
    public required long Line { get; init; }

    /// <summary>Function variable (list 9111).</summary>
    public string? Variabel { get; set; }

    /// <summary>Score (list 9165; 9166 for sight and 9167 for hearing). Null when it is missing or was not legal.</summary>
    public string? Skar { get; set; }

    /// <summary>The variable as a number; zero when it is none of the list.</summary>
    public int Variable { get; set; }
}
